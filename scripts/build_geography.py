"""Generate the reference data of places from well-kept packages.

    pip install cpca==0.5.5 babel opencc-python-reimplemented
    npm pack china-division@2.4.0 && tar xzf china-division-2.4.0.tgz
    python scripts/build_geography.py --divisions package/dist

Writes ``rules/zh/geography/china.tsv`` (divisions of China to county level as of 30 June 2020 with the codes of
GB/T 2260, and the development zones that the statistical office gives codes to, from china-division, MIT licence; names
that were replaced before, from the adcodes of cpca, MIT licence) and ``countries.tsv`` (ISO 3166 codes with Chinese
names, from the CLDR data that Babel ships, BSD and Unicode licences).
``others.tsv`` beside them is kept by hand.
"""

from __future__ import annotations

import argparse
import csv
import re
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).parent.parent / "rules" / "zh" / "geography"
NATIONALITIES = (
    "土家族|苗族|朝鲜族|藏族|彝族|回族|蒙古族|蒙古|壮族|侗族|布依族|傣族|景颇族|白族|哈尼族|傈僳族|羌族|哈萨克族|哈萨克|柯尔克孜"
    "|维吾尔|满族|黎族|瑶族|仡佬族|拉祜族|佤族|纳西族|水族|畲族|土族|撒拉族|东乡族|保安族|裕固族|达斡尔族|鄂温克族|鄂伦春"
    "|锡伯|塔吉克|各族|毛南族|仫佬族|独龙族|怒族|普米族|布朗族|德昂族|阿昌族|基诺族|京族|门巴族|珞巴族|俄罗斯族"
)
SUFFIX = re.compile(
    rf"(?:(?:{NATIONALITIES})*(?:自治区|自治州|自治县|自治旗)|特别行政区|地区|林区|矿区|新区|省|市|盟|县|区|旗|特区)$"
)
# Names that mean the same division but are written shorter than their stem.
SHORTER = {"内蒙古自治区": "内蒙古", "黑龙江省": "黑龙江"}


# Names of the tables that name no division.
NO_NAMES = ("市辖区", "县", "城区", "郊区", "矿区", "自治区直辖县级行政区划", "省直辖县级行政区划")
# 高新技术产业开发区 is called 高新区, 经济技术开发区 经开区 or 开发区.
ZONES = (("高新技术产业开发区", ("高新区", "高新技术开发区")), ("经济技术开发区", ("经开区", "开发区")))
# 土默特右旗 is called 土右旗, 科尔沁左翼中旗 科左中旗; and banners that are called otherwise.
BANNER = re.compile(r"(.)[^左右]+([左右])翼?([前中后]?)旗")
BANNERS = {"达尔罕茂明安联合旗": "达茂旗", "东乌珠穆沁旗": "东乌旗", "西乌珠穆沁旗": "西乌旗"}


def main() -> None:
    """Write both files."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--divisions", type=Path, required=True, help="dist/ of the npm package china-division")
    options = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    china = list(divisions(options.divisions))
    source = f"china-division 2.4.0 (MIT) and cpca {metadata.version('cpca')} (MIT): GB/T 2260 as of 2020-06-30"
    write(OUT / "china.tsv", source, china)
    write(
        OUT / "countries.tsv",
        f"Babel {metadata.version('babel')} (BSD-3-Clause), CLDR (Unicode-3.0)",
        list(countries()),
    )


def divisions(folder: Path) -> list[tuple[str, ...]]:
    """Return (code, name, short name, both traditional, other names joined by |), by code."""
    from opencc import OpenCC

    convert = OpenCC("s2t").convert
    rows, others = current_and_former(folder)
    out = []
    for code, name in sorted(rows.items()):
        short = stem(name)
        aliases = list(others.get(code, ()))
        for long, brief in ZONES:
            if name.endswith(long):
                aliases += [name.replace(long, word) for word in brief]
        banner = BANNER.sub(r"\1\2\3旗", name) if BANNER.fullmatch(name) else BANNERS.get(name)
        aliases += [banner] if banner else []
        out.append((code, name, short, convert(name), convert(short), "|".join(aliases)))
    return out


def current_and_former(folder: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the names of today by code, and for a code the names that the same place had before: 长垣县."""
    rows: dict[str, str] = {}
    for file, zeros in (("provinces.csv", "0000"), ("cities.csv", "00"), ("areas.csv", "")):
        with (folder / file).open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                code, name = row["code"] + zeros, row["name"]
                # 嘉峪关市 has no counties and stands there twice
                if name not in NO_NAMES and rows.get(code[:4] + "00") != name:
                    rows[code] = name
    heirs = {(code[:2], stem(name)): code for code, name in sorted(rows.items(), reverse=True)}
    others: dict[str, list[str]] = {}
    for code, name in former_divisions().items():
        heir = code if code in rows else heirs.get((code[:2], stem(name)))
        if heir is None and name not in NO_NAMES:
            rows[code] = name
        elif heir is not None and rows[heir] != name and name not in NO_NAMES:
            others.setdefault(heir, []).append(name)
    return rows, others


def stem(name: str) -> str:
    """Return a name without its suffix, where two characters are left."""
    short = SHORTER.get(name) or SUFFIX.sub("", name)
    return short if len(short) >= 2 else name


def former_divisions() -> dict[str, str]:
    """Return the divisions of an earlier year by code."""
    spec = find_spec("cpca")
    if spec is None or spec.origin is None:
        raise SystemExit("cpca is not installed: pip install cpca==0.5.5")
    path = Path(spec.origin).parent / "resources" / "adcodes.csv"
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["adcode"].endswith("000000")]
    return {row["adcode"][:6]: row["name"] for row in rows}


def countries() -> list[tuple[str, ...]]:
    """Return (ISO code, Chinese name, traditional names joined by |), by code."""
    from babel import Locale

    simple, traditional = Locale("zh", script="Hans"), Locale("zh", script="Hant")
    hong_kong = Locale("zh", "HK", script="Hant")
    out = []
    for code, name in sorted(simple.territories.items()):
        if len(code) != 2 or code in (
            "EU",
            "EZ",
            "UN",
            "XA",
            "XB",
            "ZZ",
            "QO",
            "AC",
            "CP",
            "DG",
            "EA",
            "IC",
            "TA",
            "CN",
            "HK",
            "MO",
            "TW",
        ):
            continue
        others = {traditional.territories.get(code, name), hong_kong.territories.get(code, name)} - {name}
        out.append((code, name, "|".join(sorted(others))))
    return out


def write(path: Path, source: str, rows: list[tuple[str, ...]]) -> None:
    """Write rows under a head that names source and licence."""
    head = f"# Generated by scripts/build_geography.py from {source}. Do not edit.\n"
    path.write_text(head + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows")


if __name__ == "__main__":
    main()
