"""The limit to one thread: held as long as any extraction runs, and lifted with the last one."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from epiextract.deciding.models.threads import one_thread
from epiextract.extractor import Extractor

TEXT = "截至2月4日24时，湖南省累计报告确诊病例661例。"


def blas() -> set[int]:
    return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}


@pytest.fixture
def two() -> Iterator[None]:
    with one_thread():
        pass  # the library of NumPy is loaded
    with threadpool_limits(2, user_api="blas"):
        if blas() != {2}:
            pytest.skip("no library with threads to limit")
        yield


@pytest.mark.usefixtures("two")
def test_the_last_of_two_that_overlap_lifts_the_limit() -> None:
    first, second = one_thread(), one_thread()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert blas() == {1}, "the second is at work"
    second.__exit__(None, None, None)
    assert blas() == {2}
    with pytest.raises(ValueError, match="oops"), one_thread():
        raise ValueError("oops")
    assert blas() == {2}


@pytest.mark.usefixtures("two")
def test_two_extractions_that_overlap_leave_what_was_before(monkeypatch: pytest.MonkeyPatch) -> None:
    extractor = Extractor()
    first_in, second_done = threading.Event(), threading.Event()
    seen: list[set[int]] = []
    whole = Extractor._decided

    def decided(self: Extractor, text: str, published: str | None) -> object:
        seen.append(blas())
        if threading.current_thread() is first:
            first_in.set()
            second_in.wait(60)
        else:
            second_in.set()
            first_done.wait(60)
        seen.append(blas())
        return whole(self, text, published)

    second_in, first_done = threading.Event(), threading.Event()
    monkeypatch.setattr(Extractor, "_decided", decided)

    def work() -> None:
        extractor.extract(TEXT)
        first_done.set()

    def explain() -> None:
        first_in.wait(60)
        extractor.explain(TEXT)
        second_done.set()

    first, second = threading.Thread(target=work), threading.Thread(target=explain)
    for thread in (first, second):
        thread.start()
    for thread in (first, second):
        thread.join(120)
    assert second_done.is_set()
    assert seen == [{1}] * 4
    assert blas() == {2}
