"""Parts of calls, sums of one day, and households that were called on; each with near misses."""

from __future__ import annotations

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.attributes.periods import sums_day


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def told(extractor: Extractor, text: str, slot: str) -> dict[str, str | None]:
    events = extractor.extract(Document("one", text, published="2022-05-10")).figures
    return {event.quote: event.record().get(slot) for event in events}


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("昨日，合肥市12345政务服务热线共受理市民诉求1700件，其中口罩购买类17件。", "17件", "activity"),
        # near misses: goods of their own, and another unit
        ("昨日，合肥市受理市民诉求1700件。合肥市采购口罩17件。", "17件", "supply"),
        ("合肥市受理市民诉求1700件，其中反映的口罩缺口17万只。", "17万只", "supply"),
    ],
)
def test_parts_of_calls_are_calls(extractor: Extractor, text: str, quote: str, kind: str) -> None:
    assert told(extractor, text, "type")[quote] == kind


@pytest.mark.parametrize(
    ("text", "quote", "accumulation"),
    [
        ("合肥市12345热线5月9日共接听电话1700个，其中涉及疫情的17个。", "1700个", "new"),
        ("合肥市12345热线5月9日共接听电话1700个，其中涉及疫情的17个。", "17个", "new"),
        # near misses: a total up to that day
        ("截至5月9日，合肥市12345热线共接听电话1700个，其中涉及疫情的17个。", "17个", "cumulative"),
        ("截至昨日，合肥市共受理市民诉求1700件。", "1700件", "cumulative"),
        ("昨日，合肥市累计受理市民诉求1700件。", "1700件", "cumulative"),
    ],
)
def test_what_one_day_had_is_no_total(extractor: Extractor, text: str, quote: str, accumulation: str) -> None:
    assert told(extractor, text, "accumulation")[quote] == accumulation


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("昨日，合肥市12345政务服务热线共受理市民诉求1700件。", True),
        ("合肥市12345热线5月9日共接听电话1700个。", True),
        ("当天全市共接待游客1700人次。", True),
        # near misses: several days, a total up to a day, and a total without 共
        ("5月1日至9日，合肥市共接待游客1700人次。", False),
        ("从5月9日开始，合肥市共接待游客1700人次。", False),
        ("截至5月9日，合肥市共接待游客1700人次。", False),
        ("截至昨日，合肥市共接待游客1700人次。", False),
        ("昨日，合肥市累计共接待游客1700人次。", False),
        ("5月9日以来，合肥市共接待游客1700人次。", False),
    ],
)
def test_which_figures_add_up_one_day(extractor: Extractor, text: str, sums: bool) -> None:
    reading = extractor.read(Document("one", text))
    assert sums_day(reading, reading.figures[-1]) is sums


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("该县社区工作者逐户走访摸排360户。", "360户", "other"),
        ("该县累计走访群众17万户，排查返乡人员1700人。", "17万户", "other"),
        ("社区有1700户居民，270人，工作人员6名。", "270人", "other"),
        # near misses: firms that were called on, and who was found
        ("该县走访企业360户。", "360户", "activity"),
        ("该县走访慰问58户企业。", "58户", "activity"),
        ("该县累计走访群众17万户，排查返乡人员1700人。", "1700人", "activity"),
    ],
)
def test_households_that_were_called_on_are_no_event(extractor: Extractor, text: str, quote: str, kind: str) -> None:
    assert told(extractor, text, "type")[quote] == kind


def test_what_insurers_estimate_is_lost(extractor: Extractor) -> None:
    assert told(extractor, "全省保险业估损金额58亿元。", "measure") == {"58亿元": "loss"}
