"""The type and the measure of every figure: the most specific pattern, or models that have read the rules' votes."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Any

from epiextract.deciding.context.context import Context
from epiextract.deciding.lists.carrying import carried_measure
from epiextract.deciding.lists.parts import followed, repeats
from epiextract.deciding.lists.tables import tables_of
from epiextract.deciding.models.chain import smoothed
from epiextract.deciding.models.linear import ModelSet
from epiextract.deciding.models.links import LABEL, links
from epiextract.deciding.models.network import FIGURES
from epiextract.deciding.types.answers import TYPE, Answers, said_apart, sure_answer, tight_measure
from epiextract.deciding.types.features import add_features
from epiextract.deciding.types.fits import NOTHING, OTHER, Claimed, Margins, Told
from epiextract.deciding.types.no_event import counts_no_event, is_foreign, is_garbled
from epiextract.deciding.types.of_wholes import as_whole
from epiextract.deciding.types.told import tell_around, tell_itself
from epiextract.matching.reading import Decision, Figure, Reading

RULE_OTHER = "core/figure@1"
# How much likelier a figure counts what the one does that tells it, in nats: as good as certain.
SURE = 30.0


class Decider:
    """Decides what figures are.

    Args:
        models: The trained models, or None for rules alone.
        margins: What each answer gives away, by what the packs count.
        types: The types of events that are wanted; what is of another one is of type other.
        told: Which types a document can tell of.
        claimed: Which figures are of a type by the words of their sentence.
    """

    def __init__(
        self, models: ModelSet | None, margins: Margins, types: Container[str], told: Told, claimed: Claimed
    ) -> None:
        self.types = types
        self.told = told
        self.claimed = claimed
        self.models = models if models and TYPE in models.table.blocks else None
        self.answers = Answers(self.models.table, margins) if self.models else None

    def decide(self, reading: Reading) -> None:
        """Set ``decided`` on every figure of *reading*, its figures matched."""
        open_ = []
        rows = numbering(reading) | tables_of(reading).numbers if self.models else frozenset()
        for number, figure in enumerate(reading.figures):
            batch = self.models is not None and is_batch(reading.text, figure)
            if figure.index in rows or batch or is_phrase(reading.text, figure):
                figure.decided = Decision(NOTHING, None, RULE_OTHER)
            elif is_garbled(reading.text, figure) or counts_no_event(reading, figure):
                figure.decided = Decision(OTHER, None, RULE_OTHER)
            elif self._by_rule(figure):
                figure.decided = by_rule(reading, number, self.types)
            else:
                open_.append(figure)
        self._by_models(reading, open_)
        for figure in reading.figures:
            tell_itself(reading, figure, self.types, learned=self.answers is not None)
            if figure.decided and figure.decided.type not in (OTHER, NOTHING) and is_foreign(reading, figure):
                figure.decided = Decision(OTHER, None, RULE_OTHER)

    def _by_rule(self, figure: Figure) -> bool:
        """Tell whether rules alone decide a figure: a pack of somebody else's speaks of a type no model has seen."""
        if self.answers is None or is_plain(figure):
            return True
        first = next((match.event for match in figure.matches if match.event in self.types), None)
        return first is not None and first not in self.answers.types

    def _by_models(self, reading: Reading, open_: Sequence[Figure]) -> None:
        """Decide figures together by what the models see of each and of what stands between them."""
        if self.models is None or self.answers is None or not open_:
            return
        add_features(reading, open_)
        scores = self.models.table.all_scores([figure.features for figure in open_], reading.features)
        if self.models.network is not None:
            reading.context = Context(self.models.network, reading)
            own, others = FIGURES
            read = reading.context.answers(open_, self.models.table)
            scores = [own * one + others * other for one, other in zip(scores, read, strict=True)]
        for figure, row in zip(open_, scores, strict=True):
            figure.scores = row
        moves = [self.claimed.moves(reading, figure) for figure in open_]
        odds = self.answers.odds(open_, self.told.untold(reading), moves)
        before = followed(reading, open_)
        best = self._likeliest(reading, open_, odds, before)
        for figure, at, whole in zip(open_, best, before, strict=True):
            # an item of a list has no word of its own: 伊朗7161例，死亡237例；韩国7513例，死亡54例
            tight = whole is None or repeats(reading, open_[whole], figure)
            figure.decided = self._decision(figure, *self.answers.all[at], tight=tight)
            if whole is not None and not figure.decided.measure:
                # 25人失联，其中泸定县9人: no model knows the words for what is counted, the whole says them
                figure.decided = as_whole(reading, figure.decided, open_[whole])
        for figure in open_:
            tell_around(reading, figure, self.types)

    def _likeliest(self, reading: Reading, open_: Sequence[Figure], odds: Any, before: list[int | None]) -> list[int]:
        """Return the place of each figure's likeliest answer: those that stand in a row are told together."""
        alike = links(reading, open_, self.models, LABEL)
        for at, (one, other) in enumerate(pairwise(open_)):
            if said_apart(one, other):
                alike[at] = min(alike[at], 0.0)
        for at, figure in enumerate(open_):
            if sure_answer(figure):
                before[at] = None
            elif before[at] is not None:
                odds[at] = 1 / odds.shape[1]
                alike[at - 1] = SURE if before[at] == at - 1 else 0.0
        best: list[int] = smoothed(odds, alike).argmax(axis=1).tolist()
        for at, whole in enumerate(before):
            if whole is not None:
                best[at] = best[whole]
        return best

    def _decision(self, figure: Figure, kind: str, measure: str | None, *, tight: bool) -> Decision:
        """Return what the models say, or a pattern right beside it; where a pattern says the same, it is cited."""
        if kind == NOTHING:
            return Decision(NOTHING, None, RULE_OTHER)
        if kind not in self.types:
            # 确诊3例 is no figure of beds because only beds are asked for
            return Decision(OTHER, None, RULE_OTHER)
        measure = (tight_measure(figure, kind) if tight else None) or measure
        for match, said in zip(figure.matches, figure.measures, strict=True):
            if match.event == kind and (said == measure or not measure):
                return Decision(kind, said, match.pattern.rule, match)
        return Decision(kind, measure, f"zh.deciders/figure@{self.models.version if self.models else 0}")


# Kinds of quantities that are no event by themselves: 14天, 83岁, 同比增长3.2%.
PLAIN = frozenset(
    {"duration", "age", "share", "multiple", "length", "temperature", "ratio", "data", "volume", "pressure"}
)


def is_plain(figure: Figure) -> bool:
    """Tell whether rules alone settle the figure: no pattern speaks of it, and its kind is no event or a mere article.

    An article before a person is left to the models: 一名患者死亡 is an event.
    """
    kind = figure.quantity.kind
    return not figure.matches and (kind in PLAIN or (figure.quantity.article and kind != "person"))


_WITHOUT = ("不漏", "不落", "不丢", "不留")


# How many 捐赠一批口罩 are, nobody knows; none of 436 in annotated articles is a figure.
_BATCH = "一批"


def is_phrase(text: str, figure: Figure) -> bool:
    """Tell whether a one is part of a phrase and counts nothing: 不漏一人, 不落一户, 一批又一批, 一车一车.

    In 又一名患者出院, and in 一人又一次住院, it does count.

    Args:
        text: The text as read.
        figure: The figure.
    """
    if figure.quantity.value != 1 or not text.startswith("一", figure.start):
        return False
    words = text[figure.start : figure.end]
    again = text.startswith((f"又{words}", words), figure.end) or text.endswith((f"{words}又", words), 0, figure.start)
    return again or text.endswith(_WITHOUT, 0, figure.start)


def is_batch(text: str, figure: Figure) -> bool:
    """Tell whether a figure is 一批 of something, where no pattern is sure that it counts.

    Args:
        text: The text as read.
        figure: The figure.
    """
    return text[figure.start : figure.end] == _BATCH and sure_answer(figure) is None


def _original(reading: Reading, figure: Figure) -> tuple[int, int]:
    start, end = reading.view.to_original(figure.start, figure.end)
    return int(start), int(end)


# Rows of a table counted out: 22 张某 男 护师 23 李某 女 医师 24 ….
ROWS = 3
_ALONE = re.compile(r"\d+(?:\s.*)?")


def numbering(reading: Reading) -> frozenset[int]:
    """Return the figures that only number the rows of a list or table: numbers that stand alone and go up by one.

    A name that opens with a unit is no unit: the 周 of 22 周某某.
    """
    alone = [f for f in reading.figures if _ALONE.fullmatch(reading.document.text, *_original(reading, f))]
    found: set[int] = set()
    run: list[Figure] = []
    for figure in alone:
        value = figure.quantity.value
        last = run[-1].quantity.value if run else None
        if last is not None and value is not None and value == last + 1:
            run.append(figure)
        else:
            run = [figure]
        if len(run) >= ROWS:
            found.update(f.index for f in run)
    return frozenset(found)


def by_rule(reading: Reading, number: int, types: Container[str]) -> Decision:
    """Return what the most specific pattern says; without one, a mere article is nothing and the rest is other.

    Args:
        reading: The document, the figures before this one decided.
        number: The figure's place among the figures.
        types: The types of events that are wanted.
    """
    figure = reading.figures[number]
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event not in types:
            continue
        measure = said or carried_measure(reading, number, match)
        # a pattern that takes its measure over says nothing where there is none to take
        if measure or "measure" not in match.pattern.pattern.carry:
            return Decision(match.event, measure, match.pattern.rule, match)
    return Decision(NOTHING if figure.quantity.article else OTHER, None, RULE_OTHER)
