"""Charts as SVG, drawn here once for notebooks and for the page: a series over days, and who gave what to whom."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from math import floor, log10
from typing import TYPE_CHECKING, Any, NamedTuple

from epiextract.facts.cells import shown

if TYPE_CHECKING:
    from epiextract.facts import Cell, Ledger, Series, Sum

WIDTH, HEIGHT = 720, 220
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 12, 28
INK, QUIET, GRID, LINE, WARN = "#18181b", "#52525b", "#e4e4e7", "#1d4ed8", "#c2410c"
TICKS, MOST_DATES = 4, 6
GIVERS, TAKERS = 15, 12
ODD = frozenset({"falls", "high"})
YEAR = 366
REST = "others"


def line_chart(series: Series, ids: Sequence[str] = ()) -> str:
    """Return a series as an SVG figure: a dot a day, its evidence on hover, no line drawn solid across a gap.

    Days with conflicting values or flags are ringed; what others say stands as a hollow dot.

    Args:
        series: The series.
        ids: An id for each cell, which the page opens on a click.
    """
    cells = [cell for cell in series if cell.value is not None]
    caption = html.escape(series.label)
    if not cells:
        return ""
    scale = _scale(cells)
    parts = [*_axes(scale), *_lines(scale, cells)]
    named = dict(zip((cell.day for cell in series), ids, strict=False))
    for cell in cells:
        parts.extend(_dots(scale, cell, named.get(cell.day)))
    return _figure(caption, WIDTH, HEIGHT, parts)


class _Scale(NamedTuple):
    first: date
    days: int
    low: float
    high: float
    step: float

    def x(self, day: date) -> float:
        share = (day - self.first).days / self.days if self.days else 0.5
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: Any) -> float:
        share = (float(value) - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _scale(cells: Sequence[Cell]) -> _Scale:
    values = [float(one.value) for cell in cells for one in (cell.chosen, *cell.disputed) if one.value is not None]
    low, high = min(0.0, *values), max(1.0, *values)
    rough = (high - low) / TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(power * unit for unit in (1, 2, 2.5, 5, 10) if power * unit >= rough)
    return _Scale(
        cells[0].day, (cells[-1].day - cells[0].day).days, floor(low / step) * step, -floor(-high / step) * step, step
    )


def _axes(scale: _Scale) -> Iterable[str]:
    ticks = round((scale.high - scale.low) / scale.step)
    for place in range(ticks + 1):
        value = scale.low + place * scale.step
        y = scale.y(value)
        yield f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="{GRID}"/>'
        yield _text(LEFT - 8, y + 4, f"{value:,.6g}" if abs(value) < 1e6 else _short(value), "end")
    number = min(MOST_DATES, scale.days + 1)
    dates = [round(place * scale.days / max(1, number - 1)) for place in range(number)]
    for place, offset in enumerate(dict.fromkeys(dates)):
        day = scale.first + timedelta(days=offset)
        anchor = "middle" if number == 1 else "start" if place == 0 else "end" if offset == scale.days else "middle"
        whole = place == 0 or scale.days > YEAR
        yield _text(scale.x(day), HEIGHT - 8, day.isoformat() if whole else day.isoformat()[5:], anchor)


def _lines(scale: _Scale, cells: Sequence[Cell]) -> Iterable[str]:
    # what cannot be stands as a dot beside the line
    for before, after in pairwise(cell for cell in cells if ODD.isdisjoint(cell.flags)):
        gap = (after.day - before.day).days > 1
        dashes = ' stroke-dasharray="2 5" opacity=".6"' if gap else ""
        ends = f'x1="{scale.x(before.day)}" y1="{scale.y(before.value)}" x2="{scale.x(after.day)}"'
        yield f'<line {ends} y2="{scale.y(after.value)}" stroke="{LINE}" stroke-width="2"{dashes}/>'


def _dots(scale: _Scale, cell: Cell, id: str | None) -> Iterable[str]:
    x = scale.x(cell.day)
    for other in cell.disputed:
        if other.value is not None:
            told = html.escape(f"{cell.day}: others say {other.value:,}\n{_evidence(other.claims)}")
            yield (
                f'<circle cx="{x}" cy="{scale.y(other.value)}" r="3.5" fill="#fff" stroke="{WARN}">'
                f"<title>{told}</title></circle>"
            )
    doubtful = bool(cell.disputed or cell.flags)
    ring = f' stroke="{WARN}" stroke-width="3"' if doubtful else ""
    opens = f' data-fact="{id}" tabindex="0" role="button"' if id else ""
    notes = "".join(f"\n{flag}" for flag in cell.flags) + (f"\nchosen by {cell.why}" if cell.why else "")
    sources = f"{cell.chosen.sources} source{'s' if cell.chosen.sources != 1 else ''}"
    told = html.escape(f"{cell.day}: {shown(cell)} ({sources}){notes}\n{_evidence(cell.chosen.claims)}")
    yield f'<circle cx="{x}" cy="{scale.y(cell.value)}" r="4" fill="{LINE}"{ring}{opens}><title>{told}</title></circle>'


def _evidence(claims: Sequence[Any]) -> str:
    lines = []
    for claim in claims[:3]:
        name = claim.source.outlet or claim.source.title or claim.source.id
        lines.append(f"{name}: {''.join((claim.sentence or claim.quote).split())[:120]}")
    return "\n".join(lines)


class _Flow(NamedTuple):
    giver: str
    taker: str
    amount: float


def flow_chart(ledger: Ledger, *, measure: str = "money", unit: str = "CNY") -> str:
    """Return who gave how much to whom as an SVG figure; the greatest, and the rest together.

    Args:
        ledger: A ledger of donations.
        measure: The measure.
        unit: The unit; amounts of several currencies have no common width.
    """
    from epiextract.facts.sums import sums

    entries = [entry for entry in ledger if entry.key.measure == measure and entry.key.unit == unit]
    made = sums(entries, ("donor", "recipient"))
    flows = _grouped([one for one in made if one.actual > 0 and one.entities[0].key])
    if not flows:
        return ""
    return _figure(html.escape(f"{ledger.type}: {measure}, {unit}, gifts without pledges and totals"), *_bands(flows))


def _grouped(made: Sequence[Sum]) -> list[_Flow]:
    flows = [_Flow(one.entities[0].name, one.entities[1].name or "not told", float(one.actual)) for one in made]
    givers, takers = _greatest(flows, 0, GIVERS), _greatest(flows, 1, TAKERS)
    grouped: dict[tuple[str, str], float] = {}
    for giver, taker, amount in flows:
        pair = (giver if giver in givers else REST, taker if taker in takers else REST)
        grouped[pair] = grouped.get(pair, 0.0) + amount
    return [_Flow(*pair, amount) for pair, amount in grouped.items()]


def _greatest(flows: Sequence[_Flow], side: int, number: int) -> list[str]:
    total: dict[str, float] = {}
    for flow in flows:
        total[str(flow[side])] = total.get(str(flow[side]), 0.0) + flow.amount
    return sorted(total, key=lambda name: (name == REST, -total[name], name))[:number]


def _bands(flows: Sequence[_Flow]) -> tuple[int, int, list[str]]:
    givers, takers = _greatest(flows, 0, GIVERS + 1), _greatest(flows, 1, TAKERS + 1)
    rows = max(len(givers), len(takers))
    height = 30 * rows + 20
    whole = sum(flow.amount for flow in flows)
    # every name keeps room for its line of text, the rest of the height is shared by amount
    room, least = height - 20 - 24 * rows, 18
    tall = {flow: max(1.0, flow.amount / whole * (room + 6 * rows)) for flow in flows}
    left, right = _stack(givers, flows, 0, tall, least), _stack(takers, flows, 1, tall, least)
    height = int(max(y + size for y, size in (*left.values(), *right.values()))) + 16
    parts = []
    at = {("l", name): y for name, (y, _) in left.items()} | {("r", name): y for name, (y, _) in right.items()}
    for flow in sorted(flows, key=lambda one: (givers.index(one.giver), takers.index(one.taker))):
        y1, y2, size = at["l", flow.giver], at["r", flow.taker], tall[flow]
        at["l", flow.giver] += size
        at["r", flow.taker] += size
        y1, y2 = round(y1 + size / 2, 1), round(y2 + size / 2, 1)
        told = html.escape(f"{flow.giver} → {flow.taker}: {flow.amount:,.0f}")
        parts.append(
            f'<path d="M260,{y1} C360,{y1} 360,{y2} 460,{y2}" fill="none" stroke="{LINE}" stroke-opacity=".35" '
            f'stroke-width="{size:.1f}"><title>{told}</title></path>'
        )
    for x, anchor, names, stack in ((252, "end", givers, left), (468, "start", takers, right)):
        for name in names:
            total = sum(flow.amount for flow in flows if name == (flow.giver if anchor == "end" else flow.taker))
            y, size = stack[name]
            parts.append(_text(x, round(y + size / 2 + 4, 1), f"{name[:16]} {_short(total)}", anchor, INK))
    return WIDTH, height, parts


def _stack(
    names: Sequence[str], flows: Sequence[_Flow], side: int, tall: dict[_Flow, float], least: int
) -> dict[str, tuple[float, float]]:
    stack, y = {}, 8.0
    for name in names:
        size = sum(tall[flow] for flow in flows if flow[side] == name)
        stack[name] = (y, size)
        y += max(size, least) + 6
    return stack


def _short(amount: float) -> str:
    return (
        f"{amount / 1e8:,.4g}亿" if amount >= 1e8 else f"{amount / 1e4:,.4g}万" if amount >= 1e4 else f"{amount:,.0f}"
    )


def _text(x: float, y: float, words: str, anchor: str, colour: str = QUIET) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{colour}" font-size="12">{html.escape(words)}</text>'


def _figure(caption: str, width: int, height: int, parts: Iterable[str]) -> str:
    svg = f'<svg viewBox="0 0 {width} {height}" width="{width}" style="max-width:100%;height:auto" role="img"'
    style = "font-family:system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:0 0 1em"
    return (
        f'<figure style="{style}"><figcaption>{caption}</figcaption>{svg} aria-label="{caption}">'
        f"{''.join(parts)}</svg></figure>"
    )
