"""Paragraphs, sentences and clauses."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from epiextract.text.segments import SENTENCE_MAX, segment

# A slow machine is no fault of the code, and a run of the checks gives the same every time.
CHECKS = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text)[1]]


def clauses(text: str) -> list[str]:
    return [text[start:end] for s in segment(text)[1] for start, end in s.clauses]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("新增3例。治愈2例！", ["新增3例。", "治愈2例！"]),
        ("他说：“今天新增3例。”随后离开。", ["他说：“今天新增3例。”", "随后离开。"]),
        ("新增3例（其中2例境外输入。）随后。", ["新增3例（其中2例境外输入。）", "随后。"]),
        ("真的吗？！是的。", ["真的吗？！", "是的。"]),
        ("湖北139例；四川2例；湖南1例。", ["湖北139例；四川2例；湖南1例。"]),
        ("没有句号\n下一行", ["没有句号", "下一行"]),
        ("。。新增", ["。。", "新增"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    assert sentences(text) == cut


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("新增3例，治愈1,749例；死亡2例。", ["新增3例，", "治愈1,749例；", "死亡2例。"]),
        ("比例为3:1，下降。", ["比例为3:1，", "下降。"]),
        ("其中：湖北139例", ["其中：", "湖北139例"]),
        ("，，新增", ["，，", "新增"]),
    ],
)
def test_clauses(text: str, cut: list[str]) -> None:
    assert clauses(text) == cut


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、患者救治情况", "heading"),
        ("昨日全市新增3例。", "body"),
        ("记者 李小明", "note"),
        ("（责任编辑：王某）", "note"),
        ("图为医护人员进入病房", "caption"),
        ("医护人员进入病房。李小明摄", "caption"),
        ("昨日的数据如下：", "body"),
        (">>>不在第一行", "heading"),
    ],
)
def test_kinds_of_paragraphs(line: str, kind: str) -> None:
    assert segment(f"今天发布了消息。\n{line}")[0][1].kind == kind


def test_the_first_line_is_the_title_where_it_is_marked() -> None:
    assert [p.kind for p in segment(">>>某市新增3例\n昨日新增3例。")[0]] == ["title", "body"]


@CHECKS
@given(st.text(alphabet="新增3例，。；：！？“”（）1,:\n 、", max_size=60))
def test_sentences_and_clauses_cover_the_text_in_order(text: str) -> None:
    paragraphs, found = segment(text)
    assert not _left(text, [(s.start, s.end) for s in found]).strip()
    for sentence in found:
        holder = paragraphs[sentence.paragraph]
        assert holder.start <= sentence.start < sentence.end <= holder.end
        assert "".join(text[a:b] for a, b in sentence.clauses) == text[sentence.start : sentence.end]


def _left(text: str, spans: list[tuple[int, int]]) -> str:
    left, last = "", 0
    for start, end in spans:
        assert start >= last
        left += text[last:start]
        last = end
    return left + text[last:]


def test_a_table_without_full_stops_is_cut_behind_its_last_clause() -> None:
    row = "某区：确诊3例，治愈1,749例；"
    text = row * 300
    found = segment(text)[1]
    assert "".join(text[s.start : s.end] for s in found) == text
    assert all(SENTENCE_MAX - len(row) < s.end - s.start <= SENTENCE_MAX for s in found[:-1])
    assert all(text[s.end - 1] in "，；：" for s in found)


def test_what_has_no_clauses_is_cut_all_the_same() -> None:
    assert [s.end - s.start for s in segment("例" * (2 * SENTENCE_MAX + 5))[1]] == [SENTENCE_MAX, SENTENCE_MAX, 5]
