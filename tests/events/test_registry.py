"""Event types of packs and of other packages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import pytest

from epiextract.errors import EventError
from epiextract.events import Event, build_event, event_model, event_types, flat_model, register, registry
from epiextract.events.case_count import CaseCount
from epiextract.io.schema import columns


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(registry, "_registered", {})
    registry._entry_points.cache_clear()
    yield
    registry._entry_points.cache_clear()


def made() -> type[Event]:
    return flat_model("vaccination", measures=["doses"], roles=["vaccine"], units=["dose"])


SLOTS: dict[str, Any] = {
    "value": 3,
    "document": {"id": "a"},
    "evidence": {"start": 0, "end": 2, "quote": "3剂"},
    "measure": "doses",
    "vaccine": ({"name": "某疫苗"},),
}


def test_a_flat_type_is_known_once_it_is_registered() -> None:
    assert "vaccination" not in event_types()
    register(made())
    assert event_types()[-1] == "vaccination"
    event = build_event("vaccination", SLOTS)
    assert event.record()["vaccine"] == "某疫苗"
    assert Event.from_json(event.to_json()) == event
    assert {"vaccine", "vaccine_id"} <= set(columns())


def test_units_and_measures_of_a_flat_type_are_checked() -> None:
    register(made())
    for slots in ({"unit": "kg"}, {"measure": "vials"}):
        with pytest.raises(EventError, match="EPX203"):
            build_event("vaccination", SLOTS | slots)


def test_the_same_type_may_be_registered_again_but_no_other() -> None:
    register(made())
    register(made())
    with pytest.raises(EventError, match=r"EPX202\] the event type vaccination is taken"):
        register(flat_model("vaccination", measures=["vials"]))
    with pytest.raises(EventError, match="EPX202"):
        register(flat_model("bed", measures=["free"]))
    assert register(CaseCount) is CaseCount


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("x", {"measures": []}),
        ("not a name", {"measures": ["a"]}),
        ("x", {"measures": ["a"], "roles": ["place"]}),
        ("x", {"measures": ["a"], "roles": ["record"]}),
        ("x", {"measures": ["a"], "roles": ["two words"]}),
        *(
            ("x", {"measures": ["a"], "roles": [role]})
            for role in ("source", "doc", "sentence", "start", "end", "title", "published", "schema", "place_code")
        ),
        # what captures of patterns may be called, and slots of our own types that hold no names
        *(("x", {"measures": ["a"], "roles": [role]}) for role in ("date", "sign", "disease", "imported")),
        ("x", {"measures": ["a"], "roles": ["donor", "donor_id"]}),
    ],
)
def test_what_makes_no_type_is_refused(name: str, options: dict[str, Any]) -> None:
    with pytest.raises(EventError, match="EPX204"):
        flat_model(name, **options)


def test_a_role_of_ones_own_makes_a_type() -> None:
    assert flat_model("x", measures=["a"], roles=["donor", "sender", "paper_id"]).roles == (
        "donor",
        "sender",
        "paper_id",
    )


def test_a_class_without_a_type_is_refused() -> None:
    for model in (Event, int):
        with pytest.raises(EventError, match=r"EPX204.*Derive it from epiextract\.Event"):
            register(model)  # type: ignore[arg-type]


class Vaccine(Event):
    type: Literal["vaccine_dose"] = "vaccine_dose"
    product: str | None = None


class Point:
    """An entry point as an installed package would have it."""

    def __init__(self, name: str, loaded: object) -> None:
        self.name = name
        self._loaded = loaded

    def load(self) -> object:
        if isinstance(self._loaded, Exception):
            raise self._loaded
        return self._loaded

    def __str__(self) -> str:
        return f"entry point of {self.name}"


def install(monkeypatch: pytest.MonkeyPatch, *points: Point) -> None:
    monkeypatch.setattr(
        "importlib.metadata.entry_points", lambda group: points if group == registry.ENTRY_POINTS else ()
    )


def test_a_type_of_an_installed_package_is_loaded_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Point("vaccine_dose", Vaccine))
    assert "vaccine_dose" in event_types()
    assert event_model("vaccine_dose") is Vaccine
    assert (
        build_event("vaccine_dose", {key: SLOTS[key] for key in ("value", "document", "evidence")}).type
        == "vaccine_dose"
    )


@pytest.mark.parametrize(
    ("loaded", "code", "says"),
    [
        (ImportError("no module named x"), "EPX206", "cannot be loaded from entry point of vaccine: ImportError"),
        (Vaccine, "EPX204", "the entry point vaccine holds a model of type vaccine_dose"),
        (3, "EPX204", "3 is no event model"),
    ],
)
def test_a_broken_package_is_named(loaded: object, code: str, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Point("vaccine", loaded))
    with pytest.raises(EventError, match=says) as caught:
        event_model("vaccine")
    assert caught.value.code == code
