"""Errors that say what, where, and what to do, each with a stable code.

Every code has a heading in ``docs/errors.md``. Bad packs and bad arguments raise; bad text never does.
"""

from __future__ import annotations

from collections.abc import Iterable


class EpiextractError(Exception):
    """The root of all errors that epiextract raises on purpose.

    Args:
        code: Stable code such as ``EPX101``.
        message: What was wrong and what was seen.
        where: The place, ``path:line`` for packs and files.
        hint: What to do about it.

    >>> print(EpiextractError("EPX101", "unknown tag METRC", where="a.pack.yaml:3", hint="Did you mean METRIC?"))
    a.pack.yaml:3: [EPX101] unknown tag METRC. Did you mean METRIC?
    """

    def __init__(self, code: str, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.code = code
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(code, message)

    def __reduce__(self) -> tuple[object, ...]:
        # keyword-only arguments survive the trip from a worker process
        return (_rebuild, (type(self), self.code, self.message, self.where, self.hint))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        text = f"{place}[{self.code}] {self.message}"
        return f"{text.rstrip('.')}. {self.hint}" if self.hint else text


def _rebuild(
    kind: type[EpiextractError], code: str, message: str, where: str | None, hint: str | None
) -> EpiextractError:
    return kind(code, message, where=where, hint=hint)


class PackError(EpiextractError):
    """A rule pack that cannot be used as it stands (codes EPX1xx)."""


class EventError(EpiextractError):
    """An event or a record that does not fit the models (codes EPX2xx)."""


class ConfigError(EpiextractError):
    """An argument or an option that makes no sense (codes EPX3xx)."""


class InputError(EpiextractError):
    """A file or a document that cannot be read (codes EPX4xx)."""


class GazetteerError(EpiextractError):
    """A row of a user's gazetteer that cannot be used (codes EPX5xx)."""


class FactsError(EpiextractError):
    """An aggregation, a query or an export that cannot be done as asked (codes EPX6xx)."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the question for a hint whether the nearest of what is known was meant, or nothing where none is near.

    Args:
        word: What was given.
        known: What there is.

    >>> did_you_mean("METRC", ["METRIC", "STATE"]), did_you_mean("METRC", ["STATE"])
    ('Did you mean METRIC?', '')
    """
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f"Did you mean {near[0]}?" if near else ""
