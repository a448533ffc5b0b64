"""Masks: words of packs that hide what is inside of them, so that 一人一案 holds no person and 12345热线 no number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from epiextract.tagging.mentions import Mention

# Masks that may start before a mention and still reach over it: a term, and a few surface regexes.
NESTED = 8
FIGURES = ("QTY", "TIME")


def masks_among(terms: Sequence[Mention], tags: frozenset[str]) -> list[Mention]:
    """Return those of *terms* that mask, sorted.

    Args:
        terms: Terms of packs.
        tags: Tags whose words hide what is inside of them.

    >>> [mask.tag for mask in masks_among([Mention(4, 8, "zh.a:NAME"), Mention(0, 2, "zh.a:STATE")], {"zh.a:NAME"})]
    ['zh.a:NAME']
    """
    if not tags:
        return []
    masks = [t for t in terms if t.tag in tags or (t.also and any(entry.tag in tags for entry in t.also))]
    return sorted(masks, key=_span)


def unmasked(
    mentions: Sequence[Mention], masks: Sequence[Mention], hidden: list[tuple[Mention, Mention]]
) -> list[Mention]:
    """Return *mentions* without those that a mask holds; a term on the very words of a mask stays beside it.

    Args:
        mentions: Terms or figures.
        masks: Masks, sorted.
        hidden: Takes up each hidden mention with its mask.
    """
    starts = [mask.start for mask in masks]
    kept = []
    for mention in mentions:
        at = bisect_right(starts, mention.start)
        around = (mask for mask in masks[max(0, at - NESTED) : at] if mask.end >= mention.end)
        mask = next((mask for mask in around if mention.tag in FIGURES or _span(mask) != _span(mention)), None)
        if mask is None:
            kept.append(mention)
        else:
            hidden.append((mention, mask))
    return kept


def _span(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
