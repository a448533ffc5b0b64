"""What a few words around a figure tell of it, whatever models and patterns make of the rest of its sentence.

The models have seen few of these constructions, or none; each module that is asked here says which words, and how often
annotated articles bear them out. All is told in one of three ways, in this order: by figures and lines around it, by
its own clause, and, of its measure alone, by the noun that it counts.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import replace

from epiextract.deciding.lists.tables import column_heads
from epiextract.deciding.types.answers import sure_answer
from epiextract.deciding.types.bases import as_base
from epiextract.deciding.types.beds import BED, admitted, ward_measure, whole_measure
from epiextract.deciding.types.befallen import befallen
from epiextract.deciding.types.blamed import blamed
from epiextract.deciding.types.by_heading import as_headed
from epiextract.deciding.types.carried import carried
from epiextract.deciding.types.complaints import as_call
from epiextract.deciding.types.deeds import ACTIVITY, area_done, brought_out, shared_deed
from epiextract.deciding.types.families import family
from epiextract.deciding.types.fits import NOTHING, OTHER
from epiextract.deciding.types.forces import field_experts, force
from epiextract.deciding.types.gifts import as_gift
from epiextract.deciding.types.homes import as_homes
from epiextract.deciding.types.lacking import as_lacking
from epiextract.deciding.types.members import member_measure, rested
from epiextract.deciding.types.money import as_money
from epiextract.deciding.types.of_goods import as_goods_part
from epiextract.deciding.types.of_wholes import as_added_up, as_part
from epiextract.deciding.types.outcomes import cases_beside_tests, result_measure
from epiextract.deciding.types.own_states import own_state
from epiextract.deciding.types.prices import as_change
from epiextract.deciding.types.seized import secured, seized
from epiextract.deciding.types.sizes import as_size
from epiextract.deciding.types.squads import squad_measure
from epiextract.deciding.types.states import as_help
from epiextract.deciding.types.sums_given import as_sum
from epiextract.deciding.types.symptoms import as_ill
from epiextract.deciding.types.tested import TESTED, awaiting, back, neither_tested_nor_ill, tested, trained
from epiextract.deciding.types.throughput import capacity_measure
from epiextract.deciding.types.tolls import DEAD, HURT, became, ill, toll
from epiextract.matching.reading import Decision, Figure, Reading

RULE_TOLL, RULE_TESTED, RULE_TABLE = "core/toll@1", "core/tested@1", "core/table@1"
RULE_STAFF = "core/staff@1"
# What is counted in tables whose columns are headed by states of health; who is trained is told from who serves.
CASES, STAFF = "case_count", "personnel"

Telling = Callable[[Reading, Figure], Decision | None]
# Told by the whole of a part, by who gives or lacks, by the line above a list; asked where models decide.
AROUND: Sequence[Telling] = (
    as_part,
    as_added_up,
    as_gift,
    as_help,
    as_headed,
    as_lacking,
    as_goods_part,
    as_sum,
    as_size,
    as_base,
    as_money,
    as_homes,
    as_call,
)


def tell_around(reading: Reading, figure: Figure, types: Container[str]) -> None:
    """Decide a figure anew where what stands around it tells more than the models see.

    Args:
        reading: The document, its figures decided by models.
        figure: One of them.
        types: The types of events that are wanted.
    """
    told = next((one for telling in AROUND if (one := telling(reading, figure))), None)
    if told is not None and (told.type in types or told.type == OTHER):
        figure.decided = told


def tell_itself(reading: Reading, figure: Figure, types: Container[str], *, learned: bool) -> None:
    """Decide a figure anew where the words of its own clause are sure of it.

    Args:
        reading: The document, all figures decided.
        figure: One of them.
        types: The types of events that are wanted.
        learned: Whether models take part; where rules alone decide, fewer words are heard.
    """
    told = _by_clause(reading, figure, types, learned=learned) or _in_table(reading, figure, types)
    figure.decided = told or figure.decided
    change = as_change(reading, figure)
    if change is not None and change.type in types:
        figure.decided = change
    if figure.decided is not None and (measure := _measure(reading, figure)):
        figure.decided = replace(figure.decided, measure=measure)


def _measure(reading: Reading, figure: Figure) -> str | None:
    """Return the measure that the noun counted tells: who treats nobody is no medical staff, whatever 队员 says."""
    told = squad_measure(reading, figure) or member_measure(reading, figure) or field_experts(reading.text, figure)
    told = told or shared_deed(reading, figure) or brought_out(reading, figure) or own_state(reading, figure)
    told = told or result_measure(reading, figure) or capacity_measure(reading.text, figure)
    told = told or ward_measure(reading.text, figure) or whole_measure(reading, figure)
    return told or awaiting(reading.text, figure) or secured(reading.text, figure)


def _by_clause(reading: Reading, figure: Figure, types: Container[str], *, learned: bool) -> Decision | None:
    """Return what 死 or 伤 behind a number, or what became of its people, tells; None where another pack is sure.

    Rows of a table count nothing.
    """
    if not figure.decided or figure.decided.type == NOTHING:
        return None
    sure, text, kind = sure_answer(figure), reading.text, figure.decided.type
    told = toll(text, figure)
    if told is not None and told[0] in types:
        return Decision(*told, RULE_TOLL) if sure is None or sure[0] in (DEAD[0], HURT[0]) else None
    told = (became(text, figure) or rested(text, figure, types)) if kind == DEAD[0] else None
    if kind == BED and CASES in types:
        told = admitted(text, figure)
    if told is not None:
        return Decision(*told, RULE_TOLL)
    if not learned or sure is not None:
        return None
    symptoms = as_ill(reading, figure) if CASES in types else None
    if symptoms is not None:
        return symptoms
    told = cases_beside_tests(reading, figure)
    if told is not None and told[0] in types:
        return Decision(*told, RULE_TESTED)
    told = ill(text, figure)
    if told is not None and kind in (STAFF, DEAD[0]) and told[0] in types:
        return Decision(*told, RULE_TOLL)
    told = befallen(text, figure) or force(text, figure, kind)
    if told is None and kind == STAFF:
        told = carried(text, figure) or family(text, figure)
    if told is None and kind in (STAFF, ACTIVITY):
        told = blamed(text, figure)
    if told is not None:
        return Decision(*told, RULE_STAFF) if told[0] in types else None
    told = tested(text, figure) or seized(reading, figure) or (area_done(text, figure) if kind != ACTIVITY else None)
    if told is None and kind == STAFF:
        told = trained(text, figure) or back(text, figure)
    if told is None and kind in (CASES, TESTED[0]):
        told = neither_tested_nor_ill(text, figure)
    return Decision(*told, RULE_TESTED) if told is not None and told[0] in types else None


def _in_table(reading: Reading, figure: Figure, types: Container[str]) -> Decision | None:
    """Return what the column of a figure is headed by, if it stands in a table of cases."""
    head = column_heads(reading).get(figure.index) if CASES in types else None
    return Decision(CASES, head.measure, RULE_TABLE) if head else None
