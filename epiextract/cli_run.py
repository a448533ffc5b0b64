"""What a run of the command gave, and how it ends: its summary, the documents kept aside, and its exit status."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from epiextract.errors import EpiextractError

if TYPE_CHECKING:
    from epiextract.io.sinks import Sink
    from epiextract.streaming import Extracted
    from epiextract.text.document import FailedDocument

ALL_FAILED, INTERRUPTED = 3, 130
# So many failures are told one by one.
SHOWN = 3


class Stopped(BaseException):
    """A signal asks the run to end; its status is told as a shell does, 128 and the number of the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


class Run:
    """Counts what a run gave, and keeps aside the documents that failed."""

    def __init__(self, failed_path: str | None, *, replaces: bool = False) -> None:
        self.failed_path = failed_path
        self.replaces = replaces
        self.documents = 0
        self.figures = 0
        self.types: Counter[str] = Counter()
        self.failures: list[FailedDocument] = []

    def count(self, extracted: Extracted) -> None:
        """Add what a document gave."""
        if extracted.events is not None:
            self.documents += 1
            self.figures += len(extracted.events.figures)
            self.types.update(event.type for event in extracted.events)

    def fail(self, failure: FailedDocument | None) -> None:
        """Keep a document aside that failed."""
        if failure is not None:
            self.failures.append(failure)

    @contextmanager
    def telling(self, sink: Sink) -> Iterator[None]:
        """Where the run ends before its end, say what is left of it; stopped by a signal, exit with its status."""
        try:
            yield
        except BrokenPipeError:
            raise  # whoever reads has read enough
        except BaseException as error:
            left = f"What {self.documents} document(s) gave is in {sink.left}, which is not whole." if sink.left else ""
            if isinstance(error, EpiextractError):
                error.hint = " ".join(filter(None, (error.hint, left)))
                raise
            if not isinstance(error, (KeyboardInterrupt, Stopped)):
                typer.echo(f"warning: the run ends before its end. {left}".rstrip(), err=True)
                raise
            if self.failures:
                self.keep_failures()
            typer.echo(f"error: stopped after {self.documents} document(s). {left}".rstrip(), err=True)
            raise typer.Exit(error.code if isinstance(error, Stopped) else INTERRUPTED) from None

    def finish(self, quiet: bool) -> None:
        """Print the summary, write the failures, and exit with 3 where everything failed."""
        if not quiet:
            self._print_summary()
        self.keep_failures()
        for failure in self.failures[:SHOWN]:
            typer.echo(f"failed: {failure.reason}", err=True)
        if len(self.failures) > SHOWN and not self.failed_path:
            typer.echo(
                f"failed: {len(self.failures) - SHOWN} more; --failed FILE keeps all with their reasons", err=True
            )
        if self.failures:
            kept = f", kept aside in {self.failed_path}" if self.failed_path else ""
            typer.echo(f"warning: {len(self.failures)} document(s) failed{kept}", err=True)
        elif not self.documents:
            typer.echo("warning: no document was found", err=True)
        if self.failures and not self.documents:
            raise typer.Exit(ALL_FAILED)

    def keep_failures(self) -> None:
        """Write the failures aside; where there are none, take away those of an earlier run to the same output."""
        if not self.failed_path:
            return
        from epiextract.writing import written

        if not self.failures:
            if self.replaces and Path(self.failed_path).is_file():
                Path(self.failed_path).unlink()
            return
        with written(self.failed_path) as file:
            for failure in self.failures:
                row = {"doc": failure.id, "code": failure.code, "reason": failure.reason, "source": failure.source}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def _print_summary(self) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table

        table = Table(box=SIMPLE_HEAD, show_header=False, pad_edge=False)
        table.add_column()
        table.add_column(justify="right")
        table.add_row("documents", f"{self.documents:,}")
        table.add_row("failed", f"{len(self.failures):,}")
        table.add_row("figures", f"{self.figures:,}")
        table.add_row("events", f"{sum(self.types.values()):,}", end_section=True)
        for kind, number in self.types.most_common():
            table.add_row(f"  {kind}", f"{number:,}")
        Console(stderr=True, emoji=False, markup=False).print(table)
