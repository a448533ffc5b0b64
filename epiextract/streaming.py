"""Many documents, in this process or in several: in their order, each that fails kept aside with its reason."""

from __future__ import annotations

import logging
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from epiextract.errors import ConfigError, InputError
from epiextract.events import Events
from epiextract.text.document import Document, FailedDocument

if TYPE_CHECKING:
    from concurrent.futures import Future

_log = logging.getLogger("epiextract")
# Documents that a worker takes at a time, and what waits for each.
TASK, TASKS_A_WORKER = 8, 2


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one document gave.

    Args:
        id: The document's id.
        events: Its events, or None where it failed.
        failure: Why it failed, or None.
    """

    id: str
    events: Events | None
    failure: FailedDocument | None


Extract = Callable[[Document], Events]


def check_document(given: object) -> None:
    """Refuse what is no document.

    Args:
        given: What somebody gave as a document.

    Raises:
        InputError: EPX403.
    """
    if isinstance(given, FailedDocument):
        hint = "Leave out each FailedDocument, or give all to stream()."
        raise InputError("EPX403", f"could not be read: {given.reason}", where=given.id, hint=hint)
    if not isinstance(given, Document):
        hint = "Give epiextract.Document(id=…, text=…)."
        raise InputError("EPX403", f"no document but {type(given).__name__}", hint=hint)


def check_stream(documents: object, workers: int) -> None:
    """Refuse one document where many are meant, and no number of workers.

    Args:
        documents: What somebody gave as documents.
        workers: Processes.

    Raises:
        InputError: EPX403 for one document or a text.
        ConfigError: EPX307 for less than one worker.
    """
    if isinstance(documents, (str, Document, FailedDocument)):
        hint = "Give stream() a list of documents, or extract() this one."
        raise InputError("EPX403", f"no documents but one {type(documents).__name__}", hint=hint)
    if workers < 1:
        raise ConfigError("EPX307", f"workers={workers} does nothing", hint="Give 1 or more.")


def stream_here(documents: Iterable[Document | FailedDocument], extract: Extract) -> Iterator[Extracted]:
    """Yield what each document gives.

    Args:
        documents: Documents; what could not be read is yielded as it is.
        extract: What gives the events of a document.
    """
    for document in documents:
        yield _extracted(document, extract)


def stream_in_workers(
    documents: Iterable[Document | FailedDocument],
    workers: int,
    make: Callable[[dict[str, Any]], Extract],
    options: dict[str, Any],
) -> Iterator[Extracted]:
    """Yield what each document gives, from several processes, in the order of the documents.

    Args:
        documents: Documents; what could not be read is yielded as it is.
        workers: Processes.
        make: What makes, in each of them, what gives the events of a document; a function of a module.
        options: What it is made from.

    Raises:
        ConfigError: EPX308 where a process ended in the midst of its work.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(make, options)) as pool:
        # so many tasks wait that no worker does, and no more: documents are read as they are needed
        waiting: deque[Future[list[Extracted]]] = deque()
        fault: InputError | None = None
        try:
            batches = _batches(documents, TASK)
            while fault is None:
                try:
                    batch = next(batches, None)
                except InputError as error:
                    # what came before it is given first, as without workers
                    fault, batch = error, None
                if batch is None:
                    break
                waiting.append(pool.submit(_work, batch))
                if len(waiting) > TASKS_A_WORKER * workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
            if fault is not None:
                raise fault
        except BrokenProcessPool as error:
            hint = "Give less workers, or less memory to each: a system short of it ends what takes most."
            raise ConfigError("EPX308", "a worker ended in the midst of its work", hint=hint) from error
        finally:
            # whoever stops waits only for what is begun
            pool.shutdown(wait=False, cancel_futures=True)


def _extracted(document: Document | FailedDocument, extract: Extract) -> Extracted:
    if isinstance(document, FailedDocument):
        return Extracted(document.id, None, document)
    check_document(document)
    try:
        return Extracted(document.id, extract(document), None)
    except Exception as error:  # a document that fails is kept aside with its reason, the run goes on
        _log.debug("%s cannot be extracted", document.id, exc_info=True)
        reason = f"{type(error).__name__}: {error}"
        return Extracted(document.id, None, FailedDocument(document.id, reason, "EPX410", document.source))


_worker: Extract | None = None


def _start_worker(make: Callable[[dict[str, Any]], Extract], options: dict[str, Any]) -> None:
    global _worker
    # Ctrl-C reaches every process of a terminal, but how the run ends is for the one that writes; what a worker was
    # born with, a handler that raises, would be taken for the fault of a document
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _worker = make(options)


def _work(documents: Sequence[Document | FailedDocument]) -> list[Extracted]:
    assert _worker is not None
    return [_extracted(document, _worker) for document in documents]


def _batches(documents: Iterable[Document | FailedDocument], size: int) -> Iterator[list[Document | FailedDocument]]:
    """Yield documents in batches; what comes before something that is no document is yielded before that is refused."""
    batch: list[Document | FailedDocument] = []
    for document in documents:
        if not isinstance(document, (Document, FailedDocument)):
            yield batch
            check_document(document)
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
