"""The tables of shapes in the page of figures: those first in which a peer is faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.markdown import markdown, size_of

from .libraries import JSON_PEERS, XML_PEERS
from .measure import Row, worst_first
from .runs import OURS, Way

if TYPE_CHECKING:
    from benchmarks.results import Shapes

_PLACES = {
    "shapes-read": (Way.READ, JSON_PEERS),
    "shapes-written": (Way.WRITTEN, JSON_PEERS),
    "shapes-read-xml": (Way.READ_XML, XML_PEERS),
    "shapes-written-xml": (Way.WRITTEN_XML, XML_PEERS),
}
_SMALL = {
    "shapes-small-read": (Way.READ, JSON_PEERS),
    "shapes-small-written": (Way.WRITTEN, JSON_PEERS),
}
_SETTING = "shapes-setting"


def shape_tables(shapes: Shapes | None) -> dict[str, str]:
    """A table for each direction and form, by the name of its place in the page."""
    if shapes is None:
        return dict.fromkeys((_SETTING, *_PLACES, *_SMALL), "Not measured yet.")
    tables = {place: _table(shapes.rows, way, peers) for place, (way, peers) in _PLACES.items()}
    small = {place: _table(shapes.small, way, peers, bars=False) for place, (way, peers) in _SMALL.items()}
    return {_SETTING: _setting(shapes), **tables, **small}


def _table(rows: list[Row], way: Way, peers: tuple[str, ...], *, bars: bool = True) -> str:
    """The rows of a way; bars are for large documents."""
    measured = worst_first(row for row in rows if row.way == way.value)
    base = next((f"`{row.base}`" for row in measured), "base")
    head = ("shape", OURS, *peers, "faster peer", *(("bar", "") if bars else ()), base, "size")
    return markdown(head, [_line(row, peers, bars=bars) for row in measured])


def _line(row: Row, peers: tuple[str, ...], *, bars: bool) -> tuple[str, ...]:
    ratios = (f"{row.peers[peer]:.2f}" if peer in row.peers else "" for peer in peers)
    verdict = ("met" if row.met else "**not met**") if row.limit else ""
    faster = f"{row.fastest}, by {row.behind:.1f}" if row.behind > 1 else ""
    bar = (row.limit, verdict) if bars else ()
    time = f"{row.microseconds:,.1f} µs"
    return row.shape, f"{row.ours:.2f}", *ratios, faster, *bar, time, size_of(row.size)


def _setting(shapes: Shapes) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in shapes.versions.items())
    return (
        f"Measured on {shapes.day} with Python {shapes.python} on {shapes.machine}, in one process. "
        f"Each run of a row is timed for at least {shapes.look.budget:g} s and {shapes.look.rounds} rounds, "
        f"in turn with the others. Garbage collection is off. {versions}."
    )
