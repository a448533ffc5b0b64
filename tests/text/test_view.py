"""The reading view heals a text, and every character of it still points into the original."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import epiextract
from epiextract.text.view import ReadingView

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])

# Half-width punctuation is read as full-width beside Chinese characters.
WIDE = dict(zip(",:;!?", "，：；！？", strict=True))
PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *"确诊病例治愈，。：；、（）１２３12,:!? 例\n\t\u3000\u200b\ufeff\u2028％．<>&;",
                "\r\n",
                "\r",
                "<b>",
                "</p>",
                "<br/>",
                '<img alt="3例">',
                "<!-- 3例 -->",
                "<script>新增9例</script>",
                "<style>",
                "&nbsp;",
                "&amp;",
                "&#20363;",
                "&#x4f8b;",
                "&bogus;",
                "新增确诊病例3例。",
                "截至2月3日24时",
            ]
        ),
        st.text(max_size=4),
    ),
    max_size=40,
).map("".join)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("累计<b>确诊</b>１２例", "累计确诊12例"),
        ("<p>新增3例</p><p>治愈2例</p>", "\n新增3例\n\n治愈2例\n"),
        ("新增&nbsp;3例，A&amp;B，&#x75c5;&#20363;，&hellip;", "新增 3例，A&B，病例，…"),
        ("确诊36&amp;comma;000例，A&amp;nosuch;B", "确诊36,000例，A&nosuch;B"),
        ("＋１２．５％～２０", "+12.5%~20"),
        ("第一行\r\n第二行\r第三行\n", "第一行\n第二行\n第三行\n"),
        ("确诊12例,治愈3例;死亡1例:武汉!新增?", "确诊12例，治愈3例；死亡1例：武汉！新增？"),
        ("占10%,其中(3例),湖北“重”,A:我", "占10%，其中(3例)，湖北“重”，A：我"),
        ("12,345例,15:30通报，N95,3M", "12,345例，15:30通报，N95,3M"),
        ("&lt;确诊&#160;例", "<确诊 例"),
        ("确\u200b诊\ufeff3\u00ad例", "确诊3例"),
        ("新增 12 例，共 3 人", "新增12例，共3人"),
        ("新增12\u2009345例，占2\xa0345\u202f678人的", "新增12345例，占2345678人的"),
        ("新增12\u2009345 例，重症1\xa0234万例", "新增12345例，重症1234万例"),
        ("热线400\xa0010\xa02580。", "热线400 010 2580。"),
        ("12\xa0345\xa0678\n", "12 345 678\n"),
        ("确诊120 345例，2020\xa0345例，3.5\xa0345例", "确诊120 345例，2020 345例，3.5 345例"),
        ("确诊12\xa034例，0\xa0345例，12&nbsp;345例", "确诊12 34例，0 345例，12 345例"),
        ("甲\u2028乙\u3000丙\x0b丁", "甲\n乙 丙\n丁"),
        ("比 a < b 3例 > c", "比 a < b 3例 > c"),
        ("&bogus; &amp &;", "&bogus; &amp &;"),
        ("新增3例<!-- 内部：9例 -->。", "新增3例。"),
    ],
    ids=[
        "tags",
        "blocks",
        "entities",
        "escaped-twice",
        "full-width",
        "line-ends",
        "half-width",
        "half-width-beside-others",
        "half-width-in-numbers",
        "half-width-in-entities",
        "invisible",
        "spaces",
        "thin-spaces",
        "thin-and-plain",
        "telephone",
        "columns",
        "no-group",
        "no-thousands",
        "rare",
        "no-tags",
        "odd",
        "note",
    ],
)
def test_view_reads_what_a_reader_sees(text: str, read: str) -> None:
    assert ReadingView.of(text).text == read


@pytest.mark.parametrize("space", ["\xa0", "\u2007", "\u2009", "\u202f"])
def test_a_quote_keeps_the_spaces_that_group_its_thousands(space: str) -> None:
    text = f"3月8日，全国新增确诊病例12{space}345例，死亡1{space}203{space}006例。"
    events = epiextract.extract(text, published="2021-03-09")
    assert [event.value for event in events] == [12345, 1203006]
    assert [text[event.evidence.start : event.evidence.end] for event in events] == [event.quote for event in events]


def test_full_width_commas_and_stops_keep_their_width() -> None:
    assert ReadingView.of("新增３例，治愈２例。（其中：１例）").text == "新增3例，治愈2例。（其中：1例）"


@pytest.mark.parametrize("tag", ["script", "style", "noscript", "STYLE"])
def test_words_that_no_reader_sees_are_not_read(tag: str) -> None:
    text = f"新增3例。<{tag} type='x'>var n = '新增9例';</{tag} >治愈2例。"
    view = ReadingView.of(text)
    assert view.text == "新增3例。\n治愈2例。"
    assert view.to_original(6, 10).of(text) == "治愈2例"


def test_an_unclosed_script_hides_nothing() -> None:
    assert "新增3例" in ReadingView.of("<script>新增3例。").text


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\n\n"])
def test_a_sentence_that_a_column_cuts_is_joined(line_end: str) -> None:
    text = f"市卫生健康委今天上午通报了最新的情况。昨日全市新增的确诊病例共有12例，其中有{line_end}5例已经治愈出院。"
    view = ReadingView.of(text)
    assert "其中有5例已经治愈" in view.text
    at = view.text.index("5例")
    assert view.to_original(at, at + 2).of(text) == "5例"


@pytest.mark.parametrize(
    "text",
    [
        "疫情防控新闻发布会举行\n昨日新增确诊病例3例。",
        "市卫生健康委今天上午通报了最新的情况。昨日全市新增的确诊病例共有12例。\n其中5例治愈。",
        "市卫生健康委今天上午通报了最新的情况。图为医护人员正在病房里查看患者。本报记者王小明摄\n昨日新增3例。",
    ],
    ids=["heading", "full-stop", "caption"],
)
def test_lines_that_end_by_themselves_stay_apart(text: str) -> None:
    assert ReadingView.of(text).text == text


def test_a_span_over_a_tag_takes_the_tag_in() -> None:
    text = "确诊<b>１２</b>例"
    view = ReadingView.of(text)
    assert view.to_original(2, 5).of(text) == "１２</b>例"


def test_an_entity_counts_whole() -> None:
    text = "病&#x4f8b;3例"
    view = ReadingView.of(text)
    assert view.text == "病例3例"
    assert view.to_original(1, 2).of(text) == "&#x4f8b;"


@CHECKS
@given(PIECES)
def test_every_character_of_the_view_points_into_the_original(text: str) -> None:
    view = ReadingView.of(text)
    last = 0
    for at, char in enumerate(view.text):
        span = view.to_original(at, at + 1)
        assert 0 <= span.start <= span.end <= len(text)
        assert span.start >= last, "the order of the original is kept"
        last = span.start
        if span.end - span.start == 1 and not char.isspace():
            # a character that was not healed is the same, or its full-width form, which punctuation has beside others
            wide = WIDE.get(span.of(text))
            assert ReadingView.of(span.of(text)).text in (char, "") or span.of(text) in "<>&;" or char == wide


@CHECKS
@given(PIECES)
def test_bad_text_never_raises_and_quotes_hold(text: str) -> None:
    document = epiextract.Document(id="any", text=text, published="2020-02-05")
    for event in epiextract.extract(document).figures:
        assert event.span.of(document.text) == event.quote
        assert event.evidence.sentence_span.of(document.text) == event.evidence.sentence
        for slot, span in event.evidence.spans.items():
            assert span.of(document.text), slot


@pytest.mark.timed
@pytest.mark.parametrize(
    "unit",
    ["<", "&", "<script>", "<style", "&#", "\r", "\n", "确", "确诊，\n", " 1 例", "<!--", "<p"],
    ids=repr,
)
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    begun = time.perf_counter()
    ReadingView.of(text)
    assert time.perf_counter() - begun < 2
