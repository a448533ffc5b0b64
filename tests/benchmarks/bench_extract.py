"""Speed of the whole way on one core: documents read, events built and validated, and the share of each stage.

    python tests/benchmarks/bench_extract.py [--news FOLDER | --made] [--characters N] [--rounds N]

Reads ../shared/news beside the checkout where it is present, else news made up from a seed. Beside it stands a bare
scan of the same text by ahocorasick_rs with the same lexicons, in the same run: no engine that looks terms up can beat
it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from made_news import made_news

from epiextract import Document, Extractor, read_documents
from epiextract.deciding.build import build, document_ref

NEWS = Path(__file__).resolve().parents[3] / "shared" / "news"
STAGES = ("read", "decide", "fill", "build")


def staged(extractor: Extractor, documents: Sequence[Document]) -> tuple[dict[str, float], int, int]:
    """Return the seconds of each stage, and the numbers of figures and of typed events."""
    spent = dict.fromkeys(STAGES, 0.0)
    figures = typed = 0
    clock = time.perf_counter
    for document in documents:
        begun = clock()
        reading = extractor.read(document)
        read = clock()
        extractor.decider.decide(reading)
        decided = clock()
        filled = list(extractor.filler.fill(reading))
        done = clock()
        reference = document_ref(reading)
        events = [build(reading, one, reference) for one in filled]
        built = clock()
        for stage, seconds in zip(STAGES, (read - begun, decided - read, done - decided, built - done), strict=True):
            spent[stage] += seconds
        figures += len(events)
        typed += sum(event.type != "other" for event in events)
    return spent, figures, typed


def best(rounds: int, work: Callable[[], object]) -> float:
    """Return the best time of so many rounds: what else the machine does only adds to it."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--news", type=Path, default=NEWS if NEWS.is_dir() else None, help="a folder of news")
    parser.add_argument("--made", action="store_true", help="made-up news, whatever there is")
    parser.add_argument("--characters", type=int, default=500_000, help="of made-up news, where there is no folder")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()

    begun = time.perf_counter()
    news = None if options.made else options.news
    if news:
        documents = [d for d in read_documents([news], published="2020-03") if isinstance(d, Document)]
    else:
        documents = list(made_news(options.characters))
    files = time.perf_counter() - begun
    characters = sum(len(document.text) for document in documents)

    begun = time.perf_counter()
    extractor = Extractor()
    extractor.extract(documents[0])
    loading = time.perf_counter() - begun

    whole = best(options.rounds, lambda: sum(len(extractor.extract(document)) for document in documents))
    spent, figures, typed = staged(extractor, documents)
    automaton = extractor._reader.tagger.lexicon._automaton
    texts = [document.text for document in documents]
    bare = best(options.rounds, lambda: [automaton.find_matches_as_indexes(text) for text in texts])

    print(f"{news.name if news else 'made-up news'}: {len(documents):,} documents, {characters:,} characters")
    print(f"{figures:,} figures, {typed:,} typed events; {len(extractor._reader.tagger.lexicon):,} terms")
    print(f"loaded in {loading:.2f} s; documents made or read from files in {files:.2f} s\n")
    print(f"{'stage':28}{'seconds':>9}{'share':>8}{'million characters/s':>22}")
    total = sum(spent.values())
    for stage in STAGES:
        print(f"  {stage:26}{spent[stage]:9.2f}{spent[stage] / total:8.0%}{characters / spent[stage] / 1e6:22.2f}")
    print(f"{'the whole way':28}{whole:9.2f}{'':8}{characters / whole / 1e6:22.2f}")
    print(f"{'bare ahocorasick_rs scan':28}{bare:9.2f}{'':8}{characters / bare / 1e6:22.2f}")
    print(f"\n{whole / figures * 1e6:.0f} µs a figure, {len(documents) / whole:.0f} documents a second, one core")


if __name__ == "__main__":
    main()
