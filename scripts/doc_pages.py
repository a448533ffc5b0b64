"""What the scripts that write documentation share: a reference between two marks, and a check that nothing is stale."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
END = "<!-- end of the reference -->"


def with_reference(text: str, begin: str, reference: str) -> str:
    """Return a page's text with what stands between *begin* and the end mark written anew."""
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(END)
    return f"{before}{begin}\n\n{reference}\n{END}{after}"


def write_or_check(files: Mapping[Path, str], about: str) -> int:
    """Write the files that are not up to date, or with ``--check`` only tell of them; return the exit status.

    Args:
        files: Each path with the text that it should hold.
        about: What the script is for.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--check", action="store_true", help="only tell whether the files are up to date")
    check = parser.parse_args().check
    stale = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if not check:
            path.write_text(files[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {'not up to date' if check else 'written'}")
    return 1 if check and stale else 0
