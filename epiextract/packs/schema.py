"""The format of a rule pack, version 1, as Pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

PACK_NAME = r"^[a-z]{2,3}\.[a-z][a-z0-9_]*$"
TAG_NAME = r"^[A-Z][A-Z0-9_]*$"
PATTERN_ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
SLOT_NAME = r"^[a-z][a-z_]*$"
VERSION = r"^\d+\.\d+\.\d+$"
LANGUAGE = r"^[a-z]{2,3}$"
PackName = Annotated[str, StringConstraints(pattern=PACK_NAME)]
TagName = Annotated[str, StringConstraints(pattern=TAG_NAME)]
PatternId = Annotated[str, StringConstraints(pattern=PATTERN_ID)]
SlotName = Annotated[str, StringConstraints(pattern=SLOT_NAME)]
Reach = Literal["clause", "sentence", "paragraph"]


class Strict(BaseModel):
    """Base of the pack models: frozen, and every unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Lexicon(Strict):
    """A list of terms in a file below the pack's own folder, one term a line."""

    file: str = Field(description="Path of the file, relative to the pack, below the pack's folder.")


class TagSpec(Strict):
    """A tag written at length: values with their terms, lexicon files, surface regexes."""

    values: dict[str, tuple[str, ...]] = Field(default={}, description="Canonical value to its surface terms.")
    lexicons: dict[str, Lexicon] = Field(default={}, description="Canonical value to a file of surface terms.")
    regex: dict[str, str] = Field(
        default={}, description="Canonical value to a surface regex that yields a mention (never an event)."
    )


def _form_of_tag(value: Any) -> str:
    """Tell in which form a tag is written, so that an error speaks of that one."""
    if isinstance(value, dict):
        return "long" if any(isinstance(value.get(key), dict) for key in TagSpec.model_fields) else "mapping"
    return "long" if isinstance(value, TagSpec) else "list"


TagForms = Annotated[
    Annotated[tuple[str, ...], Tag("list")]
    | Annotated[dict[str, tuple[str, ...]], Tag("mapping")]
    | Annotated[TagSpec, Tag("long")],
    Discriminator(_form_of_tag),
]
Match = Annotated[
    Annotated[str, Tag("text")] | Annotated[tuple[str, ...], Field(min_length=1), Tag("list")],
    Discriminator(lambda value: "list" if isinstance(value, (list, tuple)) else "text"),
]


class Example(Strict):
    """A text and exactly the events of the pack's type that it must give."""

    text: str = Field(description="The text, usually a sentence.")
    events: tuple[dict[str, Any], ...] = Field(
        description="The events in the order of the text, by their slots. A slot left out must be absent or have its"
        " default; the unit and the roles are compared only where they are named (`null`: must be absent)."
    )
    published: str | None = Field(default=None, description="The date of publication: a day, a month or a year.")
    todo: str | None = Field(default=None, description="Reason why this is a known miss; it fails once it passes.")


class Reject(Strict):
    """A near-miss: a text that must give no event of the pack's type, and why."""

    text: str = Field(description="The text, usually a sentence that looks like an example.")
    why: str = Field(description="Why it must give nothing: what the figure is instead.")
    published: str | None = Field(default=None, description="The date of publication: a day, a month or a year.")
    todo: str | None = Field(
        default=None, description="Reason why this is a known false event; it fails once it passes."
    )


class Pattern(Strict):
    """A pattern over the sequence of mentions around one figure."""

    id: PatternId = Field(description="Its name, which every event that it gives cites: pack/id@version.")
    match: Match = Field(description="The pattern, or alternatives of it, in the pattern language.")
    set: dict[str, Any] = Field(
        default={}, description="Slots that hold wherever the pattern matches and captures nothing for them."
    )
    map: dict[str, dict[str, str]] = Field(
        default={}, description="Slot to a table from a captured value to the slot's value."
    )
    carry: dict[SlotName, Reach] = Field(
        default={},
        description="Slots that the figure takes over from the nearest event of the type before it, and how far back"
        " that one may stand: what 其中, 同时, 此外 and brackets leave unsaid. A capture, or a date, place, name or cue"
        " of the figure's own comes first. A pattern that carries `measure` needs an event before.",
    )
    sure: bool = Field(
        default=False,
        description="Whether it settles what the figure is wherever it matches: it comes before all other patterns, and"
        " the trained models do not overrule it.",
    )
    examples: tuple[Example, ...] = Field(default=(), description="Sentences with the events that they must give.")
    rejects: tuple[Reject, ...] = Field(default=(), description="Sentences that must give no event of the pack's type.")


class Role(Strict):
    """How a role finds its name when the pattern itself has not captured one."""

    tags: tuple[TagName, ...] = Field(
        description="Tags of mentions that can fill the role: ORG, FACILITY, PERSON, PLACE, GOODS."
    )
    after: tuple[str, ...] = Field(default=(), description="Words that stand right before the name: 向, 给.")
    before: tuple[str, ...] = Field(
        default=(), description="Tags (or TAG=value) that follow the name before the next comma."
    )
    side: Literal["left", "right", "either"] = Field(default="left", description="Where it stands from the figure.")
    reach: Reach = Field(default="sentence", description="How far away it may stand.")


class Respectively(Strict):
    """How the items of one list go to the figures of another: 甲、乙分别报告3例、5例."""

    by: tuple[str, ...] = Field(
        min_length=1,
        description="Tags (or TAG=value) of the words that say so, which stand before the figures: 分别, 各.",
    )
    slots: tuple[SlotName, ...] = Field(
        min_length=1,
        description="Slots whose lists are dealt out, the first item to the first figure: `place`, roles, `measure`,"
        " `date`. Where there is one figure for a list of names, it holds for `each`. `date` deals 3日、4日"
        " and 3日至4日 out where there are as many days, months or years as figures.",
    )


class Claims(Strict):
    """Where words of one type say what a figure is that the trained models take for another: 捐赠口罩、防护服3万件."""

    of: str = Field(
        description="The event type that gives way. Both types have to be ones that the models know, and the pack's own"
        " has to count such figures."
    )
    behind: tuple[str, ...] = Field(
        min_length=1,
        description="Tags (or TAG=value) of which a word stands before the figure in its sentence: 捐赠.",
    )
    unless: tuple[str, ...] = Field(
        default=(), description="Tags (or TAG=value) of which none stands there: 采购, 运送, 生产."
    )


class EventSpec(Strict):
    """A flat event type that the pack itself declares; the model is built from it."""

    measures: tuple[str, ...] = Field(description="What its events can count.")
    roles: tuple[SlotName, ...] = Field(default=(), description="Its roles, beside place and excluding.")
    units: tuple[str, ...] = Field(default=(), description="The only units that its figures can have; none: any.")
    doc: str = Field(default="", description="What one event of the type states, in a sentence.")


class Pack(Strict):
    """A rule pack, as written in one ``*.pack.yaml`` file."""

    format: Literal[1] = Field(description="The version of this format.")
    pack: PackName = Field(description="The pack's name: language, dot, topic.")
    version: Annotated[str, StringConstraints(pattern=VERSION)] = Field(
        description="The pack's own version: any change in extracted values is at least a minor one."
    )
    lang: Annotated[str, StringConstraints(pattern=LANGUAGE)] = Field(
        description="The language of the texts that it reads."
    )
    about: str = Field(default="", description="What the pack reads, in a sentence.")
    event: str | None = Field(default=None, description="The event type that the patterns fill; none: tags only.")
    declares: EventSpec | None = Field(default=None, description="A flat event type of the pack's own.")
    uses: tuple[PackName, ...] = Field(default=(), description="Packs whose tags the patterns use.")
    tags: dict[TagName, TagForms] = Field(
        default={},
        description="Tags: a list of surface terms that are their own values, a mapping from canonical value to surface"
        " terms, or the long form.",
    )
    masks: tuple[TagName, ...] = Field(
        default=(),
        description="Tags of the pack whose words hide what is inside of them: no pattern, be it of another pack, sees"
        " a shorter term, a date or a figure there. A name stays a name.",
    )
    roles: dict[SlotName, Role] = Field(default={}, description="How roles are filled.")
    respectively: Respectively | None = Field(default=None, description="How 分别 deals out lists.")
    units: tuple[str, ...] = Field(default=(), description="The unit that a bare figure takes, first one named.")
    units_for: tuple[str, ...] = Field(
        default=(), description="The measures whose bare figures take it: money, not goods; none: all."
    )
    unit_of: dict[str, str] = Field(
        default={},
        description="Measure (or * for all others) to the unit that a bare number or a mere classifier means there:"
        " 个, 张, 支, 批 count people, beds or teams by what is counted.",
    )
    units_as: dict[str, str] = Field(
        default={},
        description="A unit as written to what it means in figures of the type: 份 of tests are samples, 人次 persons.",
    )
    counts: tuple[str, ...] = Field(
        default=(),
        description="What the type can count: kinds of quantities, or classifiers as written. The trained models give"
        " the type to nothing else; none: to anything. Patterns ask for what they count by QTY=….",
    )
    told_by: tuple[str, ...] = Field(
        default=(),
        description="Tags, or TAG=value, of which a document has to hold a word before the trained models may give one"
        " of its figures the type: no donation where nobody gives; none: any document.",
    )
    claims: Claims | None = Field(
        default=None, description="Figures of another type that are of this one by the words of their sentence."
    )
    patterns: tuple[Pattern, ...] = Field(
        default=(), description="The patterns; of several that match a figure the one with most mentions wins."
    )
