"""The annotated articles and the news that stand beside the checkout, where they do."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
GOLD, NEWS = SHARED / "gold", SHARED / "news"


def needed(path: Path) -> pytest.MarkDecorator:
    """Return the mark that skips a test where *path* is absent."""
    name = path.relative_to(SHARED.parent).as_posix()
    return pytest.mark.skipif(not path.exists(), reason=f"../{name} is not here: it is no part of the repository")
