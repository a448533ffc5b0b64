"""`epiextract evaluate`: extracted records against a gold file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Records as they should be, JSON Lines.")],
    found: Annotated[Path, typer.Argument(help="Records as `extract` wrote them, JSON Lines.")],
    errors: Annotated[int, typer.Option(help="Show so many misses of each cause.")] = 0,
    page: Annotated[Path | None, typer.Option(help="Write an HTML page of right, missed and invented events.")] = None,
) -> None:
    """Compare extracted events with a gold file: found, typed, measured, all slots right; misses by cause."""
    from epiextract.io.records import read_records
    from epiextract.io.targets import refuse_inputs, refuse_stdout
    from epiextract.report.evaluation import write_evaluation
    from epiextract.report.tables import print_rows
    from epiextract.testing.evaluation import comparable
    from epiextract.testing.evaluation import evaluate as compare

    refuse_stdout(page, "--page")
    refuse_inputs(page, [gold, found])
    result = compare(read_records(gold, comparable), read_records(found, comparable))
    figures, values = result.figures, result.values
    typer.echo(
        f"figures: gold {figures.gold:,}, found {figures.found:,}; P {figures.precision:.3f} R {figures.recall:.3f} "
        f"F1 {figures.f1:.3f}; value and unit right of those found {values.precision:.3f}"
    )
    print_rows(list(result.rows()))
    print_rows([{"cause": cause, "events": count} for cause, count in result.causes()])
    for cause, _ in result.causes() if errors else ():
        typer.echo(f"\n{cause}")
        for miss in [miss for miss in result.misses if miss.cause == cause][:errors]:
            typer.echo(f"  gold  {_line(miss.gold)}\n  found {_line(miss.found)}")
    if page is not None:
        write_evaluation(result, page)


def _line(record: object) -> str:
    if not isinstance(record, dict):
        return "-"
    left_out = ("schema", "doc", "start", "end", "sentence", "rule", "title", "published", "source")
    return f"{record['doc']}:{record['start']} " + " ".join(f"{k}={v}" for k, v in record.items() if k not in left_out)
