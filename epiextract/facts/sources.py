"""Independent sources: what many outlets print from one hand counts once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from epiextract.facts.claims import Claim, Source
from epiextract.facts.copies import Groups, find_copies

# A sentence of this many characters that stands in two articles word for word has one author.
SAME_WORDS = 16


class Origins:
    """Tells where a document's words come from.

    Copies of one article count as their first; articles of one outlet count as that outlet.

    Args:
        sources: The documents.
        texts: Their texts, where known; without a text, an article is no copy.
    """

    def __init__(self, sources: Iterable[Source], texts: Mapping[str, str]) -> None:
        known = {source.id: source for source in sources}
        self.copies = find_copies({id: text for id, text in texts.items() if id in known})
        first: dict[str, Source] = {}
        for source in sorted(known.values(), key=lambda one: (one.published or "9", one.id)):
            first.setdefault(self.copies.get(source.id, source.id), source)
        self._origin = {id: _origin(first[self.copies.get(id, id)]) for id in known}

    def of(self, claim: Claim) -> str:
        """Return the key of the origin of a claim's document."""
        return self._origin[claim.source.id]

    def independent(self, claims: Iterable[Claim]) -> int:
        """Return the number of independent sources of claims: their origins, one for those who print one sentence.

        Args:
            claims: Claims that say the same.
        """
        words: dict[str, set[str]] = {}
        for claim in claims:
            words.setdefault(self.of(claim), set()).add(claim.sentence)
        if len(words) < 2:
            return len(words)
        groups = Groups()
        for origin, sentences in words.items():
            for sentence in sentences:
                said = "".join(sentence.split())
                if len(said) >= SAME_WORDS:
                    groups.join(f"origin {origin}", f"words {said}")
        return len({groups.of(f"origin {origin}") for origin in words})


def _origin(first: Source) -> str:
    return f"outlet {first.outlet}" if first.outlet else f"doc {first.id}"


def texts_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Return stand-ins for the texts of documents: their sentences that hold figures, in order.

    Args:
        claims: All claims.
    """
    sentences: dict[str, dict[int, str]] = {}
    for claim in claims:
        if claim.sentence:
            sentences.setdefault(claim.source.id, {})[claim.sentence_at] = claim.sentence
    return {id: "".join(dict.fromkeys(text for _, text in sorted(held.items()))) for id, held in sentences.items()}


def origins_of(claims: Collection[Claim], texts: Mapping[str, str]) -> Origins:
    """Return the origins of the documents of claims.

    Args:
        claims: All claims.
        texts: The texts of documents by id; where one is missing, its sentences stand for it.
    """
    sources = {claim.source.id: claim.source for claim in claims}
    known = {id: texts[id] for id in sources if id in texts}
    if len(known) < len(sources):
        known = texts_of(claim for claim in claims if claim.source.id not in known) | known
    return Origins(sources.values(), known)
