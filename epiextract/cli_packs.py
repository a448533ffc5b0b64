"""The commands under `epiextract packs`."""

from __future__ import annotations

import typer

packs_app = typer.Typer(name="packs", help="Test, lint and write rule packs.", no_args_is_help=True)


@packs_app.command("list")
def list_packs() -> None:
    """List the packs that are installed."""
    from epiextract.packs.discovery import find_packs

    for pack in find_packs():
        typer.echo(f"{pack.name}\t{pack.pack.version}\t{pack.pack.about or ''}")
