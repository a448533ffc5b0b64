"""The parts that an event is made of: entities, evidence, the document that it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

from epiextract.spans import Span

JOINER = "、"
"""What joins several names in a flat record, as Chinese prose does."""


class EntityRef(BaseModel):
    """A name as the document writes it, and the id of what it names where that is known.

    >>> EntityRef(name="武汉市", id="cn:420100").id
    'cn:420100'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, description="the name, in the document's fullest form")]
    id: Annotated[str | None, Field(description="cn:420100, iso:KR, x:global, org:…, item:…")] = None

    def __str__(self) -> str:
        return self.name


Role = tuple[EntityRef, ...]
"""The entities that fill a role; empty where the text names none."""


class DocumentRef(BaseModel):
    """What an event keeps of its document: enough to cite it, not its text.

    >>> DocumentRef(id="a.txt#0", title="通报", published="2020-02").published
    '2020-02'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(description="the document's id, path#ordinal for an article of a file")]
    title: str | None = None
    published: Annotated[
        str | None, Field(description="ISO day, month or year", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    ] = None
    source: str | None = None


class Evidence(BaseModel):
    """The characters that state an event; offsets are code points of ``Document.text``.

    >>> evidence = Evidence(start=2, end=4, quote="3例", sentence="确诊3例", spans={"measure": (0, 2)})
    >>> evidence.spans["measure"].of(evidence.sentence), evidence.sentence_span
    ('确诊', Span(start=0, end=4))
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(gt=0)]
    quote: Annotated[str, Field(description="the figure's own characters: text[start:end]")]
    sentence: Annotated[str, Field(description="the sentence that holds the quote, characters as they stand")] = ""
    sentence_start: Annotated[int, Field(ge=0)] = 0
    spans: Annotated[
        Mapping[str, Span],
        Field(description="slot to the characters that fill it, those too that were carried from elsewhere"),
    ] = {}

    @model_validator(mode="after")
    def _quote_fills_the_span(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"quote {self.quote!r} is not as long as [{self.start}, {self.end})")
        return self

    @property
    def span(self) -> Span:
        """The span of the quote."""
        return Span(self.start, self.end)

    @property
    def sentence_span(self) -> Span:
        """The span of the sentence."""
        return Span(self.sentence_start, self.sentence_start + len(self.sentence))

    def __hash__(self) -> int:
        # spans is a dict, so the generated hash would fail; equal evidence still has equal hashes
        return hash((self.start, self.end, self.quote))


def names(role: Role) -> str | None:
    """Return the names of *role* joined as in a record, or None where there is none.

    >>> names((EntityRef(name="湖北省"), EntityRef(name="四川省")))
    '湖北省、四川省'
    """
    return JOINER.join(entity.name for entity in role) or None


def ids(role: Role) -> str | None:
    """Return the ids of *role* joined, aligned with its names, or None where nothing is linked.

    >>> ids((EntityRef(name="湖北省", id="cn:420000"), EntityRef(name="某地")))
    'cn:420000、'
    """
    if not any(entity.id for entity in role):
        return None
    return JOINER.join(entity.id or "" for entity in role)


def entities(joined: str | None, joined_ids: str | None = None) -> Role:
    """Return the entities of a record's joined names and ids: the inverse of `names` and `ids`.

    >>> entities("湖北省、某地", "cn:420000、")
    (EntityRef(name='湖北省', id='cn:420000'), EntityRef(name='某地', id=None))
    """
    if not joined:
        return ()
    parts = joined.split(JOINER)
    codes = joined_ids.split(JOINER) if joined_ids else []
    codes += [""] * (len(parts) - len(codes))
    return tuple(EntityRef(name=name, id=code or None) for name, code in zip(parts, codes, strict=False) if name)
