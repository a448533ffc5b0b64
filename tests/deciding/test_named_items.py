"""Lists of names and sums without a verb: each sum is of the name right before it."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def filled(extractor: Extractor, text: str, role: str) -> list[object]:
    found = extractor.extract(Document(id="a", text=text, published="2020-03-05")).records()
    return [one.get(role) for one in found]


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        ("协会会员踊跃捐款：李志刚4万元、陈国平3万元、黄美华2万元。", ["李志刚", "陈国平", "黄美华"]),
        (
            "截至3月4日，县红十字会共收到捐款76万元，其中：兴旺化工20万元、王大山5万元、赵小梅1000元。",
            [None, "兴旺化工", "王大山", "赵小梅"],
        ),
        (
            "企业捐款名单：鑫海矿业40万元、河北天元建设30万元、天津融信置业10万元。",
            ["鑫海矿业", "河北天元建设", "天津融信置业"],
        ),
        (
            "捐赠名单：\n李芳 300元\n王强 800元\n湖北某建筑公司 60000元\n合计61100元",
            ["李芳", "王强", "湖北某建筑公司", None],
        ),
        ("红十字会收到捐款60万元，其中腾飞公司40万元，恒丰集团20万元。", [None, "腾飞公司", "恒丰集团"]),
        ("红十字会收到捐款：现金50万元、物资30万元。", [None, None]),
        ("全省共接收捐款3000万元，其中南京市500万元、无锡市20万元。", [None, None, None]),
    ],
)
def test_each_sum_is_of_the_name_before_it(extractor: Extractor, text: str, donors: list[str | None]) -> None:
    assert filled(extractor, text, "donor") == donors


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        (
            "市财政拨付专项资金1800万元，其中市人民医院900万元、疾控中心500万元、公安局400万元。",
            "payee",
            [None, "市人民医院", "疾控中心", "公安局"],
        ),
        (
            "捐款分配情况：县人民医院40万元、疾控中心30万元、乡镇卫生院20万元。",
            "recipient",
            ["县人民医院", "疾控中心", "乡镇卫生院"],
        ),
    ],
)
def test_each_share_is_of_the_name_before_it(
    extractor: Extractor, text: str, role: str, names: list[str | None]
) -> None:
    assert filled(extractor, text, role) == names
