"""`aggregate`: the door from events to facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from epiextract.errors import EventError
from epiextract.events.base import Event
from epiextract.facts.claims import Claim, ClaimReader
from epiextract.facts.facts import Facts
from epiextract.facts.policy import Policy
from epiextract.listed import listed
from epiextract.streaming import Extracted
from epiextract.text.document import Document, FailedDocument


def aggregate(
    events: Iterable[Event | Iterable[Event] | Mapping[str, Any]] | str | Path,
    *,
    documents: Iterable[Document | FailedDocument] = (),
    policy: Policy | None = None,
    prefer: Iterable[str] | str = (),
    gazetteers: Iterable[str | Path] | str | Path = (),
    review: str | Path | None = None,
) -> Facts:
    """Return the facts of events.

    Texts that were given to `extract` by themselves count as one document: give each an id with `Document`.

    Args:
        events: Events of any number of documents, one by one, an `Events` a document, or what `stream` yields, or
            their records; or a JSON Lines or Parquet file of records, or a DuckDB file.
        documents: Their documents; with their texts, near-copies are told more surely. A DuckDB file holds them.
            Those that could not be read are passed over.
        policy: How one of several values is chosen.
        prefer: Outlets to believe first, the best first.
        gazetteers: CSV or JSON Lines files of names, ids and aliases, or names of installed gazetteers.
        review: A review file with decisions about merges.

    Raises:
        InputError: EPX401 or EPX405 for a file that is missing or holds no records.
        EventError: EPX201 for an event of a type that is unknown until the pack that declares it is loaded, EPX203 for
            what is no event and no record.
    """
    texts = {document.id: document.text for document in documents if isinstance(document, Document)}
    if isinstance(events, (str, Path)):
        claims, held = _read(Path(events))
        texts = {**held, **texts}
    else:
        claims = _claims(events, ClaimReader())
        if isinstance(events, Iterator):
            # the collector is held still while claims are put in order, not while somebody's generator is at work
            claims = tuple(claims)
    prefer = listed(prefer)
    if policy is None or prefer:
        policy = Policy(prefer, (policy or Policy()).order)
    return Facts(claims, texts=texts, policy=policy, gazetteers=gazetteers, review=review)


def _claims(events: object, reader: ClaimReader) -> Iterator[Claim]:
    if not isinstance(events, Iterable):
        raise _no_events(events)
    for event in events:
        if isinstance(event, Event):
            yield reader.of_event(event)
        elif isinstance(event, Mapping):
            yield reader.of_record(event)
        elif isinstance(event, Extracted):
            # what stream() yields; a document that failed has its reason there
            yield from _claims(event.events or (), reader)
        elif isinstance(event, Iterable) and not isinstance(event, (str, bytes)):
            # [extract(text) for text in texts]: an Events a document
            yield from _claims(event, reader)
        else:
            raise _no_events(event)


def _no_events(given: object) -> EventError:
    hint = "Give events, what extract() or stream() returns, records, or the path of a file of records."
    if isinstance(given, str):
        hint += " Of a frame: frame.to_dict('records')."
    seen = repr(given)
    seen = seen if len(seen) <= 40 else f"{seen[:40]}…"
    return EventError("EPX203", f"no event but {type(given).__name__}: {seen}", hint=hint)


def _read(path: Path) -> tuple[Iterable[Claim], Mapping[str, str]]:
    # the room io stands after this one: a door of convenience opens it only when it is asked to
    if path.suffix.lower() == ".duckdb":
        from epiextract.io.duckdb_facts import read_claims

        try:
            return read_claims(path)
        except EventError as error:
            error.where = error.where or str(path)
            raise
    from epiextract.io.claims import read_claims as read_lines

    return read_lines(path), {}
