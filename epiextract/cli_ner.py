"""The command `epiextract ner`; thin: it reads arguments, calls `epiextract.integrations.ner_training` and prints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

WRONG_USE = 2

ner_app = typer.Typer(name="ner", help="Train a spaCy recogniser of names for Extractor(nlp=…).", no_args_is_help=True)

Lines = Annotated[list[Path] | None, typer.Argument(help="JSON Lines: text and entities, [start, end, label].")]
Silver = Annotated[list[Path] | None, typer.Option(help="Documents whose names as the library finds them are labels.")]


@ner_app.callback()
def _root() -> None:
    pass


@ner_app.command("train")
def train(
    annotated: Lines = None,
    output: Annotated[Path, typer.Option("-o", "--output", help="A folder for the pipeline.")] = Path("ner"),
    silver: Silver = None,
    dev: Annotated[
        Path | None, typer.Option(help="Annotated lines to watch the learning by. Default: a tenth.")
    ] = None,
    config: Annotated[Path | None, typer.Option(help="A spaCy config in place of the usual one.")] = None,
    steps: Annotated[int, typer.Option(min=1, help="The most steps of training.")] = 2000,
    lang: Annotated[str, typer.Option(help="The language of the pipeline.")] = "zh",
) -> None:
    """Train from annotated lines, from what the library finds in documents (--silver), or from both."""
    from epiextract.integrations.ner_training import read_examples, silver_examples, split, train_ner

    examples = [example for path in annotated or () for example in read_examples(path)]
    if silver:
        from epiextract.extractor import Extractor
        from epiextract.text.document import Document
        from epiextract.text.readers import read_documents

        read = (document for document in read_documents(silver) if isinstance(document, Document))
        examples += silver_examples(read, Extractor(learned=False))
    if not examples:
        typer.echo("error: nothing to learn from. Give annotated lines, or documents with --silver.", err=True)
        raise typer.Exit(WRONG_USE)
    learn, watch = (examples, read_examples(dev)) if dev else split(examples)
    best = train_ner(learn, watch, output, lang=lang, config=config, overrides={"training.max_steps": steps})
    typer.echo(f"{len(learn)} texts; the pipeline is {best}. Use it: Extractor(nlp={str(best)!r})")
