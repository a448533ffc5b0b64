"""Time on hostile text: 1 MB of digits, of 万, of commas, of mixtures, beside a quarter of it.

python tests/benchmarks/bench_values_linear.py [--characters 1000000]
"""

from __future__ import annotations

import argparse
import time

from epiextract.values import find_values

TEXTS = {
    "digits": "1",
    "万": "万",
    "commas": ",",
    "commas and digits": "1,234",
    "mixed": "1,2万三百亿.半年月日",
    "ranges": "1-2至",
    "shares": "百分之",
    "dates": "2月3日、",
    "spaces": "1 万 ",
    "news": "截至2月3日24时，累计确诊病例1,921例，捐赠口罩3.5万余只，连续14天无新增。",
}


def seconds(unit: str, characters: int) -> float:
    """Return the time for a text of so many characters, the better of two."""
    text = (unit * (characters // len(unit) + 1))[:characters]
    best = float("inf")
    for _ in range(2):
        begun = time.perf_counter()
        find_values(text)
        best = min(best, time.perf_counter() - begun)
    return best


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    characters = parser.parse_args().characters
    seconds("1", 1000)
    print(f"{'text':20}{'quarter, s':>12}{'whole, s':>12}{'ratio':>8}")
    for name, unit in TEXTS.items():
        short, long = seconds(unit, characters // 4), seconds(unit, characters)
        print(f"{name:20}{short:12.3f}{long:12.3f}{long / short:8.1f}")


if __name__ == "__main__":
    main()
