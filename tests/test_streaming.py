"""Many documents: faults come where they stand, workers or not, and a fork beside other threads does no harm."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from epiextract import Document, Extractor
from epiextract.deciding.models.threads import one_thread
from epiextract.errors import ConfigError, InputError
from epiextract.once import Once

TEXT = "截至2月4日24时，湖南省累计报告确诊病例661例。"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("workers", [1, 2])
def test_what_comes_before_a_fault_is_yielded(extractor: Extractor, workers: int) -> None:
    given: list[Any] = [Document("a", TEXT), Document("b", TEXT), "no document", Document("c", TEXT)]
    found = extractor.stream(given, workers=workers)
    assert [next(found).id, next(found).id] == ["a", "b"]
    with pytest.raises(InputError, match="EPX403"):
        next(found)


@pytest.mark.parametrize("workers", [0, -3])
def test_no_worker_does_nothing(extractor: Extractor, workers: int) -> None:
    with pytest.raises(ConfigError, match=rf"EPX307\] workers={workers}"):
        extractor.stream([], workers=workers)


@pytest.mark.parametrize("one", [Document("a", TEXT), TEXT])
def test_one_document_is_not_many(extractor: Extractor, one: Any) -> None:
    with pytest.raises(InputError, match=r"EPX403\] no documents but one"):
        extractor.stream(one)


def test_a_worker_that_ends_is_told(extractor: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Future[None]:
        future: Future[None] = Future()
        future.set_exception(BrokenProcessPool("ended"))
        return future

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor.submit", broken)
    with pytest.raises(ConfigError, match="EPX308"):
        list(extractor.stream([Document("a", TEXT)], workers=2))


def test_models_that_are_none() -> None:
    with pytest.raises(ConfigError, match=r"EPX306\] models are no models but str"):
        Extractor(models="nope")  # type: ignore[arg-type]


def test_a_date_that_is_none_is_refused_whatever_the_document_has(extractor: Extractor) -> None:
    with pytest.raises(InputError, match="EPX404"):
        extractor.extract(Document("a", TEXT, published="2020"), published="garbage")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
@pytest.mark.filterwarnings("ignore:This process.*is multi-threaded:DeprecationWarning")
def test_a_child_is_free_of_what_other_threads_held() -> None:
    limit = one_thread()
    held, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with limit._lock:  # type: ignore[attr-defined]
            held.set()
            leave.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(30)
    child = os.fork()
    if child == 0:
        free = limit._lock.acquire(timeout=5)  # type: ignore[attr-defined]
        os._exit(0 if free else 1)
    leave.set()
    thread.join()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_what_is_made_once_is_made_by_one_thread() -> None:
    made: list[int] = []
    started = threading.Barrier(4)

    def make() -> object:
        made.append(1)
        return object()

    shared = Once(make)

    def ask() -> None:
        started.wait(30)
        shared()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
