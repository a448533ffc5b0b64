"""Characters a second: the bare scan of all built-in terms, the scan with its hits, the whole tagger; and cold start.

python tests/benchmarks/bench_lexicon.py [FILES ...]

Without files a text of this script's own is repeated. The scan is measured on one core, the best of five runs.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from epiextract.extractor import Extractor
from epiextract.tagging.lexicon import Lexicon
from epiextract.tagging.tagger import builtin_entries

OWN = (
    "截至2月3日24时，江城市累计报告确诊病例193例，其中海州区12例。当日，绿洲科技有限公司向江城市红十字会捐赠医用口罩3.5万只、"
    "防护服2000套，由市疾控中心转交定点医院。天气转暖，街上的行人多了起来，人们说春天就要来了，孩子们在院子里放风筝。"
)

COLD = (
    "import time; start = time.perf_counter(); from epiextract import Extractor; Extractor(); "
    "print(time.perf_counter() - start)"
)


def rate(work: Callable[[], object], characters: int) -> float:
    """Return characters a second, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return characters / best


def main() -> None:
    """Print the rates."""
    text = "\n".join(Path(name).read_text(encoding="utf-8", errors="replace") for name in sys.argv[1:]) or OWN * 8000
    extractor = Extractor(learned=False)
    lexicon = Lexicon([*builtin_entries(), *extractor.packs.entries])
    automaton = lexicon.automaton
    print(f"{len(text):,} characters, {len(lexicon):,} terms")
    print(f"scan        {rate(lambda: automaton.find_matches_as_indexes(text), len(text)):12,.0f} characters a second")
    print(f"with hits   {rate(lambda: lexicon.scan(text), len(text)):12,.0f}")
    part = text[:100_000]
    tagger = extractor._reader.tagger
    print(f"tagger      {rate(lambda: tagger.tag(part), len(part)):12,.0f}")
    cold = min(
        float(subprocess.run([sys.executable, "-c", COLD], capture_output=True, text=True).stdout) for _ in "123"
    )
    print(f"cold start  {cold:12.2f} seconds, import and building the default Extractor")


if __name__ == "__main__":
    main()
