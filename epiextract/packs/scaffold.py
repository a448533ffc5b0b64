"""`epiextract packs new`: a complete, tested package for a pack of one's own."""

from __future__ import annotations

import re
from pathlib import Path

from epiextract.errors import PackError
from epiextract.events import event_types
from epiextract.packs.json_schema import FILE, json_schema

_NAME = re.compile(r"[a-z]{2,3}\.[a-z][a-z0-9_]*\Z")

_PROJECT = """\
[build-system]
requires = ["hatchling>=1.24"]
build-backend = "hatchling.build"

[project]
name = "{dist}"
version = "0.1.0"
description = "An epiextract pack: {pack}"
readme = "README.md"
requires-python = ">=3.10"
dependencies = ["epiextract>=0.1"]

[project.optional-dependencies]
dev = ["pytest>=8"]

# epiextract finds every *.pack.yaml of the package through this line.
[project.entry-points."epiextract.packs"]
"{pack}" = "{package}"

[tool.hatch.build.targets.wheel]
packages = ["{package}"]

[tool.pytest.ini_options]
# The pack's own examples and rejects are tests: epiextract's pytest plugin collects them.
testpaths = ["{package}", "tests"]
"""

_PACK = """\
# yaml-language-server: $schema=pack.schema.json
# The language is described in docs/packs.md of epiextract.
format: 1
pack: {pack}
version: 0.1.0
lang: {lang}
about: What the pack reads, in a sentence.
event: {event}
# A flat event type of your own. Drop this key to fill a type that epiextract has.
declares:
  doc: What one event of the type states.
  measures: [count]
uses: [zh.base]

tags:
  # Canonical value to surface terms: put the words of your subject in the place of 示例.
  WHAT:
    count: [示例, 示例数]

patterns:
  - id: what-then-figure
    match: accumulation:ACCUMULATION? measure:WHAT ~ value:QTY=goods/count/person/bare
    examples:
      - text: 截至2月3日，北京市新增示例12个。
        published: 2020-02-04
        events: [{{measure: count, value: 12, accumulation: new, place: 北京市, date_end: 2020-02-03}}]
    rejects:
      - {{text: 示例占12%。, why: a share is not a count}}
  - id: figure-then-what
    match: accumulation:ACCUMULATION? value:QTY=goods/count/person/bare measure:WHAT
    examples:
      - text: 上海市共有30个示例。
        events: [{{measure: count, value: 30, accumulation: cumulative, place: 上海市}}]
    rejects:
      - {{text: 过了30天才有示例。, why: 30 counts days}}
"""

_README = """\
# {dist}

A pack for epiextract, `{pack}`: it reads figures of the event type `{event}`.

    pip install -e '.[dev]'
    pytest                       # the pack's examples and rejects, and the tests of this package
    epiextract packs lint {package}

Then, in Python:

    from epiextract import Extractor
    Extractor(packs=["{pack}"]).extract("上海市共有30个示例。")

Edit `{package}/{topic}.pack.yaml`: first write the sentence as an example, then the words and the pattern that read it.
An editor with a YAML language server completes and checks it by `pack.schema.json`, which `epiextract packs schema`
writes anew.
"""

_INIT = '"""The epiextract pack {pack}: data only; the entry point in pyproject.toml leads here."""\n'

_TEST = '''\
"""The pack works as its users will load it: by the package's folder, and by name once it is installed."""

from pathlib import Path

import {package}
from epiextract.extractor import Extractor
from epiextract.packs.discovery import find_packs

FOLDER = Path({package}.__file__).parent


def test_the_pack_adds_its_event_type() -> None:
    # the pack comes after those that it uses; whatever it reads, its first example is true beside all other packs
    example = find_packs([FOLDER])[-1].pack.patterns[0].examples[0]
    events = Extractor(packs=[FOLDER]).extract(example.text, published=example.published)
    assert "{event}" in {{e.type for e in events}}
'''


def new_pack(name: str, folder: Path) -> list[Path]:
    """Write a package with the pack *name* and return the files written.

    Args:
        name: The pack's name: language, dot, topic.
        folder: Where the package's folder is made.

    Raises:
        PackError: EPX129 for a name that no pack can have, an event type that is taken, or a folder that is there.
    """
    if not _NAME.match(name):
        hint = "Write language, dot, topic in small letters: zh.vaccines."
        raise PackError("EPX129", f"{name!r} is no name for a pack", hint=hint)
    lang, topic = name.split(".")
    if topic in event_types():
        hint = "Name another topic; a pack that fills a type which is there needs no 'declares'."
        raise PackError("EPX129", f"the event type {topic!r} is taken", hint=hint)
    package = f"epi_{topic}"
    root = folder / package
    if root.exists():
        raise PackError("EPX129", "the folder is there already", where=str(root), hint="Remove it or name another one.")
    words = {
        "pack": name,
        "lang": lang,
        "topic": topic,
        "event": topic,
        "package": package,
        "dist": package.replace("_", "-"),
    }
    files = {
        root / "pyproject.toml": _PROJECT,
        root / "README.md": _README,
        root / package / "__init__.py": _INIT,
        root / package / f"{topic}.pack.yaml": _PACK,
        root / "tests" / "test_pack.py": _TEST,
    }
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.format(**words), encoding="utf-8")
    schema = root / package / FILE
    schema.write_text(json_schema(), encoding="utf-8")
    return [*files, schema]
