"""The type and the measure of every figure: the most specific pattern, or the model that has read the rules' votes."""

from __future__ import annotations

from epiextract.deciding.figure_features import figure_features
from epiextract.deciding.linear import ModelSet
from epiextract.matching.matcher import Match
from epiextract.matching.reading import Decision, Figure, Reading

# The model's names for a figure that is no event, and for a number that is no figure at all (一名 as an article).
OTHER, NOTHING = "other", "nothing"
RULE_OTHER = "core/figure@1"


def decide_figures(reading: Reading, models: ModelSet | None) -> None:
    """Set ``decided`` on every figure of *reading*.

    Args:
        reading: The document, its figures matched.
        models: The trained models, or None for rules alone.
    """
    model = models.classifiers.get("figure") if models else None
    trained = frozenset(name.partition("|")[0] for name in model.classes) if model else frozenset()
    for figure in reading.figures:
        top = figure.matches[0] if figure.matches else None
        if models is None or model is None or (top is not None and top.event not in trained):
            figure.decided = by_rule(figure, top)
        else:
            figure.decided = by_model(reading, figure, models)


def by_rule(figure: Figure, top: Match | None) -> Decision:
    """Return what the most specific pattern says; without one, a mere article is nothing and the rest is other."""
    if top is None:
        return Decision(NOTHING if figure.quantity.article else OTHER, None, RULE_OTHER)
    return Decision(top.event, figure.measures[0], top.pattern.rule, top)


# A word that touches its figure decides what is counted: 疑似病例超过24000例 behind any number of deaths.
TIGHT = 1


def tight_measure(figure: Figure, kind: str) -> str | None:
    """Return the measure that a pattern of *kind* reads off the words right beside the figure."""
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and said and match.width <= TIGHT and "measure" in match.captured:
            return said
    return None


def by_model(reading: Reading, figure: Figure, models: ModelSet) -> Decision:
    """Return what the models say; where a pattern says the same, the pattern is cited."""
    features = figure_features(reading, figure)
    keep = models.classifiers.get("keep")
    if keep is not None and keep.best(features)[0] == NOTHING:
        return Decision(NOTHING, None, RULE_OTHER)
    label, _ = models.classifiers["figure"].best(features)
    kind, _, measure = label.partition("|")
    tight = tight_measure(figure, kind)
    if tight is not None:
        measure = tight
    for match, said in zip(figure.matches, figure.measures, strict=True):
        if match.event == kind and (said == measure or not measure):
            return Decision(kind, said, match.pattern.rule, match)
    return Decision(kind, measure or None, f"zh.deciders/figure@{models.version}" if kind != OTHER else RULE_OTHER)
