"""A bar chart as SVG, drawn by plain code, with a linear axis that starts at 0."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import floor, log10

_ROW = 26
_LEFT = 175
_WIDTH = 520
_RIGHT = 45
_TOP = 40
_AXIS = 44


def chart(title: str, bars: dict[str, float], ours: str, unit: str) -> str:
    """The bars in the order of their length, ours in another colour, over an axis in a unit."""
    ordered = sorted(bars.items(), key=lambda bar: bar[1])
    highest = max(bars.values())
    bottom = _TOP + _ROW * len(ordered)
    height = bottom + _AXIS
    rows = [_row(at, name, ratio, highest, ours=name == ours) for at, (name, ratio) in enumerate(ordered)]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
            'font-family="sans-serif" font-size="13">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="10" y="22" font-size="15" fill="#222222">{escape(title)}</text>',
            *_axis(highest, bottom),
            *rows,
            f'<text x="{_WIDTH - 10}" y="{height - 8}" text-anchor="end" fill="#222222">'
            f"{escape(unit)}</text>",
            "</svg>",
            "",
        )
    )


def _row(at: int, name: str, ratio: float, highest: float, *, ours: bool) -> str:
    top = _TOP + at * _ROW
    length = _length(ratio, highest)
    colour = "#1f6f5c" if ours else "#9db4c0"
    return (
        f'<text x="{_LEFT - 8}" y="{top + 14}" text-anchor="end" fill="#222222">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{length:.1f}" height="18" fill="{colour}"/>'
        f'<text x="{_LEFT + length + 6:.1f}" y="{top + 14}" fill="#222222">{ratio:.2f}</text>'
    )


def _axis(highest: float, bottom: int) -> Iterator[str]:
    """A line and a number at 0 and at each round step up to the longest bar."""
    step = _step(highest)
    for count in range(floor(highest / step) + 1):
        x = _LEFT + _length(count * step, highest)
        yield (
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{_TOP - 4}" y2="{bottom}" stroke="#dddddd"/>'
            f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle" fill="#222222">{count * step:g}</text>'
        )


def _step(highest: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that divides the axis into four parts or more."""
    power = 10.0 ** floor(log10(highest / 4))
    return next(step * power for step in (5, 2, 1) if step * power <= highest / 4)


def _length(ratio: float, highest: float) -> float:
    return ratio / highest * (_WIDTH - _LEFT - _RIGHT)
