"""Whose beds, cases, staff and tests are counted where only the kind of a body is said."""

from __future__ import annotations

import pytest

from epiextract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, role: str) -> list[str | None]:
    found = (event.record() for event in extractor.extract(text, published="2020-03-05"))
    return [one.get(role) for one in found if one["type"] in ("bed", "case_count", "personnel", "testing")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("南京鼓楼医院2月1日改造完成。医院共有床位450张。", ["南京鼓楼医院"]),
        ("武汉市第一医院被征用为定点医院。2月3日，院区开放床位450张。", ["武汉市第一医院"]),
        ("东海县中医院被征用。“我们院区床位有450张。”一名护士说。", ["东海县中医院"]),
        ("光谷方舱医院2月17日启用。该方舱累计收治患者450人，治愈出院312人。", ["光谷方舱医院"] * 2),
        ("火神山医院和雷神山医院相继开工。两家医院共有床位2600张。", ["火神山医院、雷神山医院"]),
        ("江东方舱医院、江西方舱医院正在建设。两所医院建成后可提供床位1800张。", ["江东方舱医院、江西方舱医院"]),
        (
            "武昌方舱医院、江汉方舱医院、东西湖方舱医院2月5日启用。首批三家方舱医院共有床位4400张。",
            ["武昌方舱医院、江汉方舱医院、东西湖方舱医院"],
        ),
        # near misses: another number of names, two that may be meant, and what is true of all of a kind
        ("火神山医院和雷神山医院相继开工。三家医院共有床位2600张。", ["医院"]),
        ("火神山医院相继开工。两家医院共有床位2600张。", ["医院"]),
        ("江汉方舱医院休舱。全市16家方舱医院共有床位1.3万张。", ["方舱医院"]),
        ("武汉市第一医院医生来到一个方舱医院。这家方舱医院有床位1461张。", ["方舱医院"]),
        ("江汉方舱医院休舱。方舱医院实际开放床位1.3万张。", ["方舱医院"]),
        ("武汉新增定点医院。方舱医院储备床位3万张。", ["方舱医院"]),
    ],
)
def test_a_bare_kind_means_the_hospitals_named_before(extractor: Extractor, text: str, names: list[str | None]) -> None:
    assert told(extractor, text, "facility") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("成都市疾控中心承担全市检测任务。截至2月10日，该中心累计检测样本3600份。", "成都市疾控中心"),
        ("江海病毒研究所1月成立小组。我所自1月26日起开展核酸检测，累计检测样本3600份。", "江海病毒研究所"),
        ("江海大学生物安全实验室1月开建。该实验室每天可检测样本1200份。", "江海大学生物安全实验室"),
        ("“本中心累计检测样本3600份。”江海市疾控中心主任说。", "江海市疾控中心"),
        ("武汉市第一医院是定点医院。医院每天可检测样本1200份。", "武汉市第一医院"),
        # near misses: no pointing word, nobody it fits, and a place of its own
        ("江海病毒研究所参与研究。据我所知，每天检测样本3600份。", None),
        ("江海慈善总会参与其中。该中心累计检测样本3600份。", None),
        ("江海病毒研究所参与研究。我所支持下，日本累计检测样本3600份。", None),
    ],
)
def test_a_pointing_word_means_who_tests(extractor: Extractor, text: str, name: str | None) -> None:
    (found,) = told(extractor, text, "org")
    assert found == name


def test_staff_are_of_the_hospital_that_a_bare_kind_means(extractor: Extractor) -> None:
    text = "武汉市第一医院是定点医院。医院抽调45名医护人员支援发热门诊。"
    assert told(extractor, text, "org") == ["武汉市第一医院"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“我们一天能检测500份。”南京鼓楼医院检验科主任王海说。", "南京鼓楼医院"),
        ("“日检测能力提升到465份。”武汉市第一医院医学检验科技师李明介绍。", "武汉市第一医院"),
        ("“设备到了，每天能做核酸检测800份。”成都市疾控中心科长李海说。", "成都市疾控中心"),
        # near misses: an office that reports what all do, and what is said of others
        ("“我们一天能检测500份。”成都市卫健委主任王海说。", None),
        ("“各地一天能检测500份。”武汉市第一医院检验科主任王海说。", None),
    ],
)
def test_who_says_how_much_is_tested_tests(extractor: Extractor, text: str, name: str | None) -> None:
    (found,) = told(extractor, text, "org")
    assert found == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“火眼”实验室位于武汉市。2月5日，实验室正式启用。开工第一天检测数1200份。", "“火眼”实验室"),
        ("江海医学检验所2月5日投用。投用当天检测样本1200份。", "江海医学检验所"),
        # near misses: what others say, laboratories of a kind, somebody named since, all of a place, and too far
        ("“火眼”实验室2月5日投用。江海集团捐款5万元。目前每天检测样本1200份。", None),
        ("“火眼”实验室2月5日投用。“每天检测样本1200份。”江海市市长李明说。", None),
        ("样本送到具备防护级别的生物安全实验室。每天检测样本1200份。", None),
        ("检测须在二级以上的生物安全实验室进行，每天检测样本900份。", None),
        ("“火眼”实验室2月5日投用。全省每天检测样本1200份。", None),
        ("“火眼”实验室2月5日投用。设备先进。人员齐备。天气晴好。每天检测样本1200份。", None),
    ],
)
def test_a_laboratory_named_before_tests(extractor: Extractor, text: str, name: str | None) -> None:
    assert told(extractor, text, "org")[-1] == name
