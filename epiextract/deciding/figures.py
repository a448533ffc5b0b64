"""The type and the measure of every figure: the most specific pattern, or the model that has read the rules' votes."""

from __future__ import annotations

from epiextract.deciding.figure_features import add_features
from epiextract.deciding.linear import ModelSet
from epiextract.matching.reading import Decision, Figure, Reading

# The model's names for a figure that is no event, and for a number that is no figure at all (一名 as an article).
OTHER, NOTHING = "other", "nothing"
RULE_OTHER = "core/figure@1"


TYPE = "type"
# What an answer gives away, in nats, by cross-validation: an event missed costs as much as one too many, so the frequent
# answers give and the rare ones are given.
MARGINS = {OTHER: 0.2, NOTHING: 0.4, "activity": -0.3, "price": -0.8, "testing": -0.8}


def decide_figures(reading: Reading, models: ModelSet | None) -> None:
    """Set ``decided`` on every figure of *reading*.

    Args:
        reading: The document, its figures matched.
        models: The trained models, or None for rules alone.
    """
    types = models.table.blocks.get(TYPE) if models else None
    if models is None or types is None:
        for figure in reading.figures:
            figure.decided = by_rule(figure)
        return
    open_ = []
    for figure in reading.figures:
        # a pack of somebody else's speaks of a type that the models have never seen
        if is_plain(figure) or (figure.matches and figure.matches[0].event not in types.classes):
            figure.decided = by_rule(figure)
        else:
            open_.append(figure)
    if not open_:
        return
    add_features(reading, open_)
    scores = models.table.all_scores([figure.features or () for figure in open_], reading.features)
    for figure, row in zip(open_, scores, strict=True):
        figure.scores = row
        figure.decided = by_model(figure, models)


# Kinds of quantities that are no event by themselves: 14天, 83岁, 同比增长3.2%.
PLAIN = frozenset({"duration", "age", "share", "multiple", "length", "temperature", "ratio", "data", "volume"})


def is_plain(figure: Figure) -> bool:
    """Tell whether rules alone settle the figure: no pattern speaks of it, and its kind is no event or a mere article.

    An article before a person is left to the models: 一名患者死亡 is an event.
    """
    kind = figure.quantity.kind
    return not figure.matches and (kind in PLAIN or (figure.quantity.article and kind != "person"))


def by_rule(figure: Figure) -> Decision:
    """Return what the most specific pattern says; without one, a mere article is nothing and the rest is other."""
    if not figure.matches:
        return Decision(NOTHING if figure.quantity.article else OTHER, None, RULE_OTHER)
    top = figure.matches[0]
    return Decision(top.event, figure.measures[0], top.pattern.rule, top)


# A word that touches its figure decides what is counted: 疑似病例超过24000例 behind any number of deaths.
TIGHT = 1


def tight_measure(figure: Figure, kind: str) -> str | None:
    """Return the measure that a pattern of *kind* reads off the words right beside the figure."""
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and said and match.width <= TIGHT and "measure" in match.captured:
            return said
    return None


def by_model(figure: Figure, models: ModelSet) -> Decision:
    """Return what the models say; where a pattern says the same, the pattern is cited."""
    table = models.table
    kind = table.best(TYPE, figure.scores, MARGINS) or OTHER
    if kind in (OTHER, NOTHING):
        return Decision(kind, None, RULE_OTHER)
    measure = tight_measure(figure, kind) or table.best(f"measure.{kind}", figure.scores)
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and (said == measure or not measure):
            return Decision(kind, said, match.pattern.rule, match)
    return Decision(kind, measure, f"zh.deciders/figure@{models.version}")
