"""Speed of reading values, ours beside JioNLP, Recognizers-Text, cn2an and dateparser on the same text in one run.

    python tests/benchmarks/bench_values_peers.py [--characters 300000] [--passes 3] [FOLDER]

Each peer stands beside the one of ours that does its work: JioNLP and Recognizers-Text, which read numbers, money and
times, beside `find_values`; dateparser beside `find_times`; cn2an, which converts one numeral, beside `parse_number` on
all numerals of the same text, without its cache. What ours remember of a text is forgotten before every pass.

The peers are used where they can be imported and named as absent where not; none of them is a dependency (JioNLP brings
a GPL package with it). The text is news from the folder, by default ``../shared/news`` beside the checkout, else made
by a seeded generator.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import random
import re
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

NEWS = Path(__file__).parents[3] / "shared" / "news"
ARTICLE = (300, 2500)
NOW = datetime(2020, 2, 20)
# A slow peer reads only so much of the text; speed is given per character.
SLOW_SHARE = {"recognizers": 0.05, "dateparser": 0.1, "jionlp": 1.0}
Reader = Callable[[str], object]
NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万亿]{2,}")
BOTH, TIMES, NUMERALS = "epiextract find_values (both)", "epiextract find_times", "epiextract parse_number, numerals"
UNCACHED = f"{NUMERALS}, uncached"
COUNTERPARTS = {"jionlp": BOTH, "recognizers": BOTH, "dateparser": TIMES, "cn2an": UNCACHED}


def news_articles(folder: Path) -> list[str]:
    """Return the articles of a folder that are neither a line nor a collection."""
    texts = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for article in path.read_text("utf-8", errors="replace").split("NEXT NEWS"):
            if ARTICLE[0] <= len(article) <= ARTICLE[1]:
                texts.append(article)
    return texts


def made_articles(rng: random.Random) -> list[str]:
    """Return articles of the kind that news has, made up."""
    places = ("安平县", "永和市", "青山区", "临江镇")
    goods = ("医用口罩", "防护服", "消毒液", "护目镜")
    articles = []
    for _ in range(400):
        sentences = []
        for _ in range(rng.randint(6, 20)):
            day, month, place = rng.randint(1, 28), rng.randint(1, 12), rng.choice(places)
            sentences += [
                f"{month}月{day}日，{place}新增确诊病例{rng.randint(1, 90)}例，累计确诊{rng.randint(100, 3000)}例。",
                f"企业向{place}医院捐赠{rng.choice(goods)}{rng.randint(1, 90)}万只，价值{rng.randint(5, 99)}.5万元。",
                "工作人员逐户走访，向居民说明情况，帮助老人购买药品和蔬菜，大家都说心里踏实了许多。",
            ]
        articles.append("".join(sentences))
    return articles


def sample(folder: Path, characters: int) -> list[str]:
    """Return articles of about so many characters in all."""
    rng = random.Random(7)
    articles = (news_articles(folder) if folder.is_dir() else []) or made_articles(rng)
    rng.shuffle(articles)
    chosen: list[str] = []
    for article in articles:
        if sum(map(len, chosen)) >= characters:
            break
        chosen.append(article)
    return chosen


def quiet(read: Reader) -> Reader:
    """Return the reader without what it prints and raises: some peers print tracebacks for plain misses."""

    def silent(text: str) -> object:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            try:
                return read(text)
            except Exception:
                return None

    return silent


def ours() -> dict[str, Reader]:
    """Return our readers."""
    from epiextract.values import find_numbers, find_quantities, find_times, find_values, parse_number

    return {
        TIMES: find_times,
        "epiextract find_quantities": find_quantities,
        BOTH: find_values,
        "epiextract find_numbers": find_numbers,
        NUMERALS: calm(parse_number),
        UNCACHED: calm(parse_number.__wrapped__),
    }


def calm(convert: Reader) -> Reader:
    """Return the conversion without what it raises: a peer raises for what it does not read."""

    def read(text: str) -> object:
        try:
            return convert(text)
        except Exception:
            return None

    return read


def numerals(articles: list[str]) -> list[str]:
    """Return the numerals of all articles, often enough to take some time."""
    # Made up text has none.
    found = ["三百", "两万三千", "一百零五"] + [numeral for article in articles for numeral in NUMERAL.findall(article)]
    return found * (1 + 20_000 // max(1, len(found)))


def jionlp() -> dict[str, Reader]:
    """Return JioNLP's readers of times and of money."""
    with contextlib.redirect_stdout(io.StringIO()):
        jio = importlib.import_module("jionlp")
    base = NOW.timestamp()
    return {
        "jionlp time": quiet(lambda text: jio.ner.extract_time(text, time_base=base, with_parsing=True)),
        "jionlp money": quiet(lambda text: jio.ner.extract_money(text, with_parsing=True)),
    }


def recognizers() -> dict[str, Reader]:
    """Return the readers of Recognizers-Text."""
    dates = importlib.import_module("recognizers_date_time")
    numbers = importlib.import_module("recognizers_number")
    units = importlib.import_module("recognizers_number_with_unit")
    culture = "zh-cn"
    return {
        "recognizers datetime": quiet(lambda text: dates.recognize_datetime(text, culture, reference=NOW)),
        "recognizers number": quiet(lambda text: numbers.recognize_number(text, culture)),
        "recognizers currency": quiet(lambda text: units.recognize_currency(text, culture)),
        "recognizers dimension": quiet(lambda text: units.recognize_dimension(text, culture)),
    }


def cn2an() -> dict[str, Reader]:
    """Return the conversion of one numeral, and the one of cn2an that replaces the numerals of a whole text."""
    module = importlib.import_module("cn2an")
    return {
        "cn2an cn2an (smart), numerals": calm(lambda numeral: module.cn2an(numeral, "smart")),
        "cn2an transform (no values)": quiet(module.transform),
    }


def dateparser() -> dict[str, Reader]:
    """Return the search of dateparser."""
    search = importlib.import_module("dateparser.search")
    settings = {"RELATIVE_BASE": NOW}
    return {"dateparser search": quiet(lambda text: search.search_dates(text, languages=["zh"], settings=settings))}


def speed(read: Reader, articles: list[str], passes: int) -> float:
    """Return the characters a second of the best of some passes, after one pass over a tenth to warm up."""
    for article in articles[: max(1, len(articles) // 10)]:
        read(article)
    rates = []
    for _ in range(passes):
        forget()
        # Time of this process alone: others may be at work on the machine.
        begun = time.process_time()
        for article in articles:
            read(article)
        rates.append(sum(map(len, articles)) / (time.process_time() - begun))
    return max(rates)


def forget() -> None:
    """Empty what our readers remember of texts; what they are compiled from, one entry each, stays."""
    for name, module in list(sys.modules.items()):
        if name.startswith("epiextract.values"):
            for function in vars(module).values():
                if hasattr(function, "cache_parameters") and function.cache_parameters()["maxsize"] != 1:
                    function.cache_clear()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=NEWS)
    parser.add_argument("--characters", type=int, default=300_000)
    parser.add_argument("--passes", type=int, default=3)
    options = parser.parse_args()
    articles = sample(options.folder, options.characters)
    kind = "news" if options.folder.is_dir() else "made up"
    print(f"{len(articles)} articles ({kind}), {sum(map(len, articles)):,} characters, best of {options.passes} passes")
    own = ours()
    alone = numerals(articles)
    for name, read in own.items():
        rate = speed(read, alone if "numerals" in name else articles, options.passes)
        print(f"{name:46} {rate:14,.0f} characters/s")
    for source in (jionlp, recognizers, cn2an, dateparser):
        try:
            readers = source()
        except Exception as error:
            print(f"{source.__name__}: not here ({type(error).__name__}: {error})")
            continue
        part = articles[: max(1, int(len(articles) * SLOW_SHARE.get(source.__name__, 1.0)))]
        rates = {
            name: speed(read, alone if "numerals" in name else part, options.passes) for name, read in readers.items()
        }
        for name, rate in rates.items():
            print(f"{name:46} {rate:14,.0f} characters/s")
        if source is cn2an:
            rates.pop("cn2an transform (no values)")
        together = 1 / sum(1 / rate for rate in rates.values())
        beside = COUNTERPARTS[source.__name__]
        # Ours once more, on the same part and at the same time.
        same = speed(own[beside], alone if "numerals" in beside else part, options.passes)
        slower = f"{same / together:.1f} times slower than {beside}"
        print(f"{source.__name__ + ', together':46} {together:14,.0f} characters/s: {slower}")


if __name__ == "__main__":
    main()
