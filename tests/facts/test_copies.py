from __future__ import annotations

import random

from claim_maker import claim, facts

from epiextract.facts.copies import find_copies


def article(seed: int, length: int = 900) -> str:
    chosen = random.Random(seed)
    return "".join(chr(chosen.randrange(0x4E00, 0x5E00)) for _ in range(length))


def test_edited_and_cut_reprints_are_copies_and_other_articles_are_not():
    first = article(1)
    texts = {
        "a": first,
        "b": f"本报讯 {first[:880]}（完）",
        "c": first[:400] + "改动" + first[402:],
        "d": article(2),
        "e": " \n".join(first),
    }
    assert find_copies(texts) == {"a": "a", "b": "a", "c": "a", "d": "d", "e": "a"}


def test_two_bulletins_from_one_template_are_no_copies():
    def bulletin(day: int) -> str:
        chosen = random.Random(day)
        cities = (
            "长沙",
            "岳阳",
            "常德",
            "株洲",
            "衡阳",
            "邵阳",
            "湘潭",
            "张家界",
            "益阳",
            "郴州",
            "永州",
            "怀化",
            "娄底",
        )
        counts = "、".join(f"{city}市{chosen.randrange(10, 200)}例" for city in cities)
        return (
            f"2020年2月{day}日0—24时，湖南省报告新增{chosen.randrange(99)}例，累计{chosen.randrange(999)}例，其中{counts}。"
            * 2
        )

    assert find_copies({"3": bulletin(3), "4": bulletin(4)}) == {"3": "3", "4": "4"}


def test_short_texts_are_copies_only_when_equal():
    assert find_copies({"a": "湖北新增72例。", "b": "湖北新增73例。"}) == {"a": "a", "b": "b"}


def test_nothing_is_no_trouble():
    assert find_copies({}) == {}
    assert find_copies({"a": ""}) == {"a": "a"}


def test_copies_and_one_outlet_count_as_one_source():
    text = article(5)
    claims = [
        claim(661, doc=doc, outlet=outlet) for doc, outlet in (("a", "甲"), ("b", "乙"), ("c", "丙"), ("d", "丙"))
    ]
    texts = {"a": text, "b": text + "。", "c": article(6), "d": article(7)}
    cell = facts(*claims, texts=texts).series()[0].cells[0]
    assert (len(cell.chosen.claims), cell.chosen.sources) == (4, 2)


def test_one_sentence_in_two_articles_has_one_author():
    sentence = "截至2月4日24时，湖北省累计报告确诊病例661例。"
    claims = [claim(661, doc=doc, sentence=sentence, quote="661例") for doc in "ab"]
    assert facts(*claims).series()[0].cells[0].chosen.sources == 1
