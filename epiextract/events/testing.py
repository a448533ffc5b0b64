"""Tests for the disease, of persons or samples."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from epiextract.events.base import Event
from epiextract.events.slots import Role

TestingMeasure = Literal["tested", "capacity", "positive"]


class Testing(Event):
    """Tests for the disease, of persons or samples."""

    type: Literal["testing"] = "testing"
    measure: TestingMeasure
    org: Annotated[Role, Field(description="who tests")] = ()
