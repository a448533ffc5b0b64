"""The command line; thin: it reads arguments, calls the library, and prints."""

from __future__ import annotations

import io
import json
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from epiextract.cli_evaluate import evaluate
from epiextract.cli_facts import aggregate, blaming, query, report
from epiextract.cli_ner import ner_app
from epiextract.cli_packs import packs_app
from epiextract.cli_run import Run, Stopped
from epiextract.errors import EpiextractError

if TYPE_CHECKING:
    from epiextract.extractor import Extractor
    from epiextract.streaming import Extracted
    from epiextract.text.document import Document, FailedDocument

WRONG_USE = 2
# No 'text', a date that is none: where nothing else was read, the file is not one of documents.
WRONG_FIELDS = frozenset({"EPX403", "EPX404"})

app = typer.Typer(
    name="epiextract",
    help="Dated figures out of epidemic and disaster news: case counts, donations, beds, supplies.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(packs_app, name="packs")
app.command()(evaluate)
app.add_typer(ner_app, name="ner")

Published = Annotated[
    str | None, typer.Option(help="Date of publication of documents that have none: 2020-02-05, 2020-02 or 2020.")
]
Packs = Annotated[list[str] | None, typer.Option(help="A pack by name or path; give it several times. Default: all.")]
Types = Annotated[list[str] | None, typer.Option("--type", help="Keep this type of event; give it several times.")]
Gazetteers = Annotated[
    list[str] | None,
    typer.Option("--gazetteer", help="A CSV or JSON Lines file of your names, or the name of an installed gazetteer."),
]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"epiextract {version('epiextract')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    pass


@app.command()
def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt, .md, .jsonl, .csv, .html, each with .gz too; any other is read as plain text) or "
            "folders, in which others are passed over; - for standard input."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            help="A .jsonl, .csv or .parquet file, replaced where it is there; a .duckdb file, in which only documents "
            "of the same names are replaced; - for standard output.",
        ),
    ] = "-",
    published: Published = None,
    packs: Packs = None,
    types: Types = None,
    gazetteers: Gazetteers = None,
    typed_only: Annotated[bool, typer.Option("--typed-only", help="Leave out figures of type other.")] = False,
    failed: Annotated[
        str | None, typer.Option(help="Where documents go that fail. Default: OUTPUT.failed.jsonl.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="The encoding of all files. Default: found out.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    """Extract the events of documents into a file.

    The file is there when it is whole. Until then, and where the run is stopped, it is OUTPUT.part.
    """
    from epiextract.io.sinks import open_sink
    from epiextract.io.targets import check_aside, refuse_inputs
    from epiextract.text.readers import read_documents
    from epiextract.writing import UNFINISHED, writing

    read = [*inputs, *(packs or ()), *(gazetteers or ())]
    refuse_inputs(output, read)
    refuse_inputs(output + UNFINISHED, read)
    check_aside(failed or _failed_path(output), output, read)
    extractor = _extractor(packs, types, gazetteers, published)
    run = Run(failed or _failed_path(output), replaces=failed is None)
    # the first document is read before the output is opened: a wrong path leaves no empty file behind
    documents = _begun(read_documents(inputs, published=published, encoding=encoding), Run(failed))
    with writing(output):
        sink = open_sink(output, typed_only=typed_only)
    with run.telling(sink), writing(output), sink, _progress(quiet) as advance:
        for document, extracted in _extracted(extractor, documents, workers):
            if extracted.events is None:
                run.fail(extracted.failure)
            else:
                sink.write(extracted.events, document)
                run.count(extracted)
            advance()
    run.finish(quiet)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A text; - reads standard input.")],
    published: Published = None,
    packs: Packs = None,
    as_json: Annotated[bool, typer.Option("--json", help="As data.")] = False,
) -> None:
    """Show why a text gives what it gives: mentions, patterns tried, what was carried, what was missed."""
    if text == "-":
        from epiextract.text.readers import decode

        text = decode(sys.stdin.buffer.read(), "standard input")
    explanation = _extractor(packs, None, None, published).explain(text)
    if as_json:
        typer.echo(json.dumps(explanation.to_dict(), ensure_ascii=False, indent=2, default=str))
    else:
        typer.echo(str(explanation))


for command in (aggregate, query, report):
    app.command()(command)


def _extractor(
    packs: list[str] | None, types: list[str] | None, gazetteers: list[str] | None, published: str | None
) -> Extractor:
    from epiextract.extractor import Extractor
    from epiextract.text.document import published_date

    if published is not None:
        published = published_date(published, where="--published")
    with blaming():
        return Extractor(packs=packs, types=types, gazetteers=gazetteers or None, published=published)


def _begun(documents: Iterator[Document | FailedDocument], run: Run) -> Iterator[Document | FailedDocument]:
    """Return *documents* once the first good one is read.

    Input in which nothing has the fields of a document is a wrong argument: it ends the run with the first fault.
    """
    from itertools import chain

    from epiextract.text.document import Document

    faults: list[FailedDocument] = []
    for document in documents:
        if isinstance(document, Document):
            return chain(faults, (document,), documents)
        faults.append(document)
    if faults and all(fault.code in WRONG_FIELDS for fault in faults):
        run.failures = faults
        run.keep_failures()
        more = f" ({len(faults) - 1} more like it)" if len(faults) > 1 else ""
        typer.echo(f"error: {faults[0].reason}{more}", err=True)
        raise typer.Exit(WRONG_USE)
    return iter(faults)


def _extracted(
    extractor: Extractor, documents: Iterable[Document | FailedDocument], workers: int
) -> Iterator[tuple[Document | None, Extracted]]:
    """Yield each document with what it gave; the documents wait in a queue while workers are at them."""
    from collections import deque

    from epiextract.text.document import Document

    waiting: deque[Document | None] = deque()

    def passed() -> Iterator[Document | FailedDocument]:
        for document in documents:
            waiting.append(document if isinstance(document, Document) else None)
            yield document

    for extracted in extractor.stream(passed(), workers=workers):
        yield waiting.popleft(), extracted


def _failed_path(output: str) -> str | None:
    # "" and . have no name, and are refused where the output is opened
    return str(Path(output).with_suffix(".failed.jsonl")) if output != "-" and Path(output).name else None


@contextmanager
def _progress(quiet: bool) -> Iterator[Any]:
    """Yield a function that moves the bar by one document; nothing is drawn where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        with nullcontext():
            yield lambda: None
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("documents", total=None)
        yield lambda: progress.advance(task)


def _stop(number: int, frame: object) -> None:
    raise Stopped(number)


def main() -> None:
    """Run the command; an error that the library raises on purpose is one sentence and exit status 2."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        # records are UTF-8 wherever they go, whatever the locale says
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    before = signal.getsignal(signal.SIGTERM)
    try:
        signal.signal(signal.SIGTERM, _stop)
        app()
    except Stopped as error:
        sys.exit(error.code)
    except EpiextractError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(WRONG_USE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    finally:
        signal.signal(signal.SIGTERM, before)


if __name__ == "__main__":
    main()
