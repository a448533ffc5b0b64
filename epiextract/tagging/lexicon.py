"""One scan of the text for every term of every pack and gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from epiextract.tagging.mentions import Entry, Hit, Meanings


class Lexicon:
    """An Aho-Corasick automaton over all terms, leftmost-longest, with every meaning a term has.

    Args:
        entries: Rows of packs and gazetteers; the same term may come in several.

    >>> lexicon = Lexicon([Entry("中国", "PLACE", "iso:CN"), Entry("中国境内", "PLACE", "x:china")])
    >>> [(hit.start, hit.end, hit.entries[0].value) for hit in lexicon.scan("在中国境内外")]
    [(1, 5, 'x:china')]
    """

    __slots__ = ("_automaton", "_meanings", "_terms")

    def __init__(self, entries: Iterable[Entry]) -> None:
        meanings: dict[str, list[Entry]] = {}
        for entry in entries:
            if entry.term:
                known = meanings.setdefault(entry.term, [])
                if entry not in known:
                    known.append(entry)
        self._terms: tuple[str, ...] = tuple(meanings)
        self._meanings = tuple(Meanings(rows) for rows in meanings.values())
        self._automaton = _automaton(self._terms)

    def __len__(self) -> int:
        """Return the number of distinct terms."""
        return len(self._terms)

    def __reduce__(self) -> tuple[object, ...]:
        # the automaton itself does not pickle; it is rebuilt from its rows
        return (Lexicon, ([entry for rows in self._meanings for entry in rows],))

    @property
    def terms(self) -> Sequence[str]:
        """The distinct terms, in the order of their first entry."""
        return self._terms

    @property
    def automaton(self) -> Any:
        """The automaton by itself, for measurements."""
        return self._automaton

    def scan(self, text: str) -> list[Hit]:
        """Return the longest terms in *text*, from left to right, none overlapping another."""
        meanings = self._meanings
        return [Hit(start, end, meanings[term]) for term, start, end in self._automaton.find_matches_as_indexes(text)]


def _automaton(terms: Sequence[str]):  # type: ignore[no-untyped-def]
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

    return AhoCorasick(
        list(terms),
        matchkind=MatchKind.LeftmostLongest,
        implementation=Implementation.ContiguousNFA,
        store_patterns=False,
    )
