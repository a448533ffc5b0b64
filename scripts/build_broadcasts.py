"""Pick items of a news broadcast, for the network to learn reading from (`train_network.py --texts`).

    git clone REPOSITORY broadcasts    # Felix-Jung/xin-wen-lian-bo, MIT licence
    python scripts/build_broadcasts.py broadcasts OUT.jsonl

Items that count something are picked, first of all those of the first half of 2020, two million characters in all. They
are not annotated, and no part of this repository.
"""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

SEED, SHARE, CHARACTERS = 7, 1400, 2_000_000
# How many broadcasts of each year are looked at; all where none is told.
YEARS = {"2020": None, "2021": 120, "2022": 120, "2023": 60, "2024": 60, "2025": 60}
FIGURE = re.compile(r"\d+(?:\.\d+)?[\u4e00-\u9fff]")
SHORTEST, LONGEST, FEWEST = 150, 2500, 3


def main(folder: Path, out: Path) -> None:
    """Write the items that are picked."""
    lot = random.Random(SEED)
    names: dict[str, list[str]] = defaultdict(list)
    for name in _git(folder, "ls-tree", "-r", "HEAD", "--name-only", "news").split():
        if name.endswith(".md"):
            names[name.removeprefix("news/")[:4]].append(name)
    every = [
        (name, number, text)
        for year, size in YEARS.items()
        for name in (names[year] if size is None else lot.sample(names[year], size))
        for number, text in enumerate(items(_git(folder, "show", f"HEAD:{name}")))
    ]
    early = [one for one in every if one[0] < "news/202007"]
    late = [one for one in every if one[0] >= "news/202007"]
    lot.shuffle(early)
    lot.shuffle(late)
    size = 0
    with out.open("w", encoding="utf-8") as file:
        for name, number, text in (*early[:SHARE], *late):
            document = {"doc": f"broadcast/{name.removeprefix('news/')[:8]}/{number}", "text": text}
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            size += len(text)
            if size > CHARACTERS:
                break


def items(broadcast: str) -> Iterator[str]:
    """Yield the items of a broadcast that count something, each with its heading."""
    for item in re.split(r"^### ", broadcast, flags=re.MULTILINE)[1:]:
        heading, _, body = item.partition("\n")
        body = body.strip()
        if SHORTEST <= len(body) <= LONGEST and len(FIGURE.findall(body)) >= FEWEST:
            yield f"{heading.strip()}\n{body}"


def _git(folder: Path, *command: str) -> str:
    return subprocess.run(["git", "-C", str(folder), *command], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
