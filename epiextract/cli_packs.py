"""The commands under `epiextract packs`; thin: they read arguments, call `epiextract.testing` and print."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from epiextract.errors import EpiextractError

if TYPE_CHECKING:
    from rich.console import Console

    from epiextract.testing.coverage import Coverage
    from epiextract.testing.targets import Target

FAILED, WRONG_USE = 1, 2

packs_app = typer.Typer(name="packs", help="Test, lint and write rule packs.", no_args_is_help=True)

Packs = Annotated[
    list[str] | None, typer.Argument(help="Packs by name, file or folder. Default: those below the current folder.")
]


@packs_app.command("list")
def list_packs() -> None:
    """List the packs that are built in or installed."""
    from rich.table import Table

    from epiextract.packs.discovery import find_packs
    from epiextract.testing.coverage import coverage

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("pack", "version", "event"):
        table.add_column(name, no_wrap=True)
    for name in ("patterns", "terms", "cases"):
        table.add_column(name, justify="right")
    with _faults():
        for pack in find_packs():
            numbers = (len(pack.pack.patterns), len(pack.terms), sum(coverage(pack).cases))
            table.add_row(pack.name, pack.pack.version, pack.pack.event or "-", *map(str, numbers))
    _console().print(table)


@packs_app.command("test")
def run_cases(
    packs: Packs = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name every case, not only what fails.")] = False,
) -> None:
    """Run the examples and rejects of packs; exit status 1 where one does not hold."""
    from epiextract.testing.runner import run_packs

    outcomes: Counter[str] = Counter()
    with _faults():
        for result in run_packs(_targets(packs)):
            outcomes[result.outcome] += 1
            case = result.case
            if not result.ok:
                _print(result.report(), "red")
            elif result.outcome == "todo":
                _print(f"{case.where}: {case.pack.name} {case.id}: todo: {case.case.todo}", "yellow")
            elif verbose:
                _print(f"{case.where}: {case.pack.name} {case.id}: passed", "green")
    bad = outcomes["failed"] + outcomes["todo-passed"]
    told = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    _print(f"{sum(outcomes.values())} cases: {told or 'none'}", "red" if bad else "green")
    if bad:
        raise typer.Exit(FAILED)


@packs_app.command()
def lint(
    packs: Packs = None,
    info: Annotated[
        bool, typer.Option("--info", help="Show what is only to know: terms that no example uses.")
    ] = False,
) -> None:
    """Check packs: faults, patterns without cases or out of reach; exit status 1 for a warning, 2 for a fault."""
    from epiextract.testing.lint import lint_pack
    from epiextract.testing.targets import users_of

    counts: Counter[str] = Counter()
    with _faults():
        for pack, path in _targets(packs):
            for finding in lint_pack(pack, path, users_of(pack)):
                counts[finding.severity] += 1
                if finding.severity == "warning" or info:
                    _print(f"{finding}", "yellow" if finding.severity == "warning" else None)
    hidden = "" if info or not counts["info"] else " (--info shows them)"
    _print(f"{counts['warning']} warnings, {counts['info']} infos{hidden}", "yellow" if counts["warning"] else "green")
    if counts["warning"]:
        raise typer.Exit(FAILED)


@packs_app.command()
def explain(
    pack: Annotated[str, typer.Argument(help="A pack by name or file.")],
    text: Annotated[str | None, typer.Argument(help="A sentence; or give --case.")] = None,
    case: Annotated[str | None, typer.Option(help="A case of the pack: pattern::example[0].")] = None,
    published: Annotated[str | None, typer.Option(help="The date of publication.")] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Every pattern that did not match, not only the nearest.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
) -> None:
    """Show what a pack sees in a text: mentions, the sequence, patterns tried, what was carried and missed."""
    from epiextract.testing.cases import pack_cases
    from epiextract.testing.runner import extractor_for

    with _faults():
        [(loaded, path), *_] = _targets([pack])
        if case is not None:
            known = {one.id: one.case for one in pack_cases(loaded)}
            if case not in known:
                _stop(f"{loaded.name} has no case {case!r}. It has {', '.join(known)}.")
            text, published = known[case].text, known[case].published
        if text is None:
            _stop("Give a text, or --case with the id of a case.")
        explanation = extractor_for(path).explain(text, published=published, misses=None if every else 3)
    if as_json:
        typer.echo(json.dumps(explanation.to_dict(), ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(str(explanation))


@packs_app.command()
def new(
    name: Annotated[str, typer.Argument(help="Language, dot, topic: zh.vaccines.")],
    folder: Annotated[Path, typer.Option("--folder", "-C", help="Where the package's folder is made.")] = Path(),
) -> None:
    """Write a complete, tested package for a pack of your own."""
    from epiextract.packs.scaffold import new_pack

    with _faults():
        files = new_pack(name, folder)
    for path in files:
        _print(str(path))
    root = files[0].parent
    _print(f"Next: cd {root} && pip install -e '.[dev]' && pytest", "green")


@packs_app.command()
def schema() -> None:
    """Print the JSON Schema of packs, by which editors complete and check them."""
    from epiextract.packs.json_schema import json_schema

    typer.echo(json_schema(), nl=False)


@packs_app.command()
def coverage(
    packs: Packs = None,
    terms: Annotated[bool, typer.Option("--terms", help="Name the terms that no case uses.")] = False,
    mutate: Annotated[
        bool,
        typer.Option("--mutate", help="Name the patterns, tag values, masks, carry and respectively no case needs."),
    ] = False,
) -> None:
    """Show what the cases of packs exercise; with --mutate, exit status 1 for what no case proves."""
    from epiextract.testing.coverage import coverage as covered
    from epiextract.testing.mutation import survivors
    from epiextract.testing.runner import extractor_for
    from epiextract.testing.targets import users_of

    unproved = []
    with _faults():
        for pack, path in _targets(packs):
            _print_coverage(covered(pack, users_of(pack)), terms)
            if mutate:
                extractor = extractor_for(path)
                mutated = [one for one in extractor.packs.packs if one.name == pack.name]
                unproved += list(survivors(extractor, mutated))
    for survivor in unproved:
        _print(str(survivor), "yellow")
    if unproved:
        raise typer.Exit(FAILED)


def _print_coverage(covered: Coverage, terms: bool) -> None:
    examples, rejects = covered.cases
    used = sum(len(value.used) for value in covered.values)
    every = used + sum(len(value.unused) for value in covered.values)
    _print(f"{covered.pack.name}: {examples} examples, {rejects} rejects, {covered.todo} todo; {used} of {every} terms")
    for pattern, (first, second) in covered.patterns.items():
        _print(f"  {pattern}: {first} examples, {second} rejects")
    for value in covered.values if terms else covered.unused_values:
        if value.unused:
            _print(f"  {value.tag}={value.value} unused: {'、'.join(value.unused)}", "yellow")


def _targets(packs: list[str] | None) -> list[Target]:
    from epiextract.testing.targets import find_targets

    return find_targets(packs or [])


def _console() -> Console:
    from rich.console import Console

    # a sentence is shown as it stands: no markup is read in it, and a pipe gets whole lines
    return Console(emoji=False, markup=False, highlight=False, soft_wrap=True)


def _print(text: str, style: str | None = None) -> None:
    _console().print(text, style=style)


def _stop(message: str) -> NoReturn:
    typer.echo(f"error: {message}", err=True)
    raise typer.Exit(WRONG_USE)


@contextmanager
def _faults() -> Iterator[None]:
    """Show the faults of packs, a line each as ``path:line: [code] …``, and exit with 2."""
    try:
        yield
    except EpiextractError as error:
        for fault in getattr(error, "faults", (error,)):
            typer.echo(str(fault), err=True)
        raise typer.Exit(WRONG_USE) from None
