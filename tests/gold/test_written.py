"""The articles that were written for training are our own: no stretch of them stands in real news."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from shared import GOLD, NEWS, needed
from standoff import OWN

# Longer than 新型冠状病毒感染的肺炎疫情防控指挥部 with what stands beside it.
LONGEST = 32


def stretches(text: str) -> Iterator[str]:
    """Yield all runs of LONGEST characters, white space left out."""
    plain = re.sub(r"\s", "", text)
    return (plain[at : at + LONGEST] for at in range(len(plain) - LONGEST + 1))


@needed(NEWS)
@needed(GOLD)
def test_no_stretch_is_copied() -> None:
    from epiextract import Document, read_documents

    written: dict[str, str] = {}
    for path in OWN:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            written.update((stretch, article["doc"]) for stretch in stretches(article["text"]))
    real = [json.loads(line)["text"] for line in (GOLD / "dev_docs.jsonl").read_text(encoding="utf-8").splitlines()]
    real += [one.text for one in read_documents([NEWS]) if isinstance(one, Document)]
    copied = {written[stretch] for text in real for stretch in stretches(text) if stretch in written}
    assert not copied
