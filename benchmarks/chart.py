"""A bar chart as SVG, drawn by plain code: lengths are logarithms, so that 0.8 and 40 are both seen."""

from __future__ import annotations

from html import escape
from math import log10

_ROW = 26
_LEFT = 190
_WIDTH = 720
_RIGHT = 70
_TOP = 52
_LOWEST = 0.5


def chart(title: str, bars: dict[str, float], ours: str) -> str:
    """The bars in the order of their length, ours in another colour, and a line where the ratio is 1."""
    ordered = sorted(bars.items(), key=lambda bar: bar[1])
    highest = max(bars.values()) * 1.1
    height = _TOP + _ROW * len(ordered) + 10
    rows = [_row(at, name, ratio, highest, ours=name == ours) for at, (name, ratio) in enumerate(ordered)]
    one = _LEFT + _length(1, highest)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" '
            'font-family="sans-serif" font-size="13">',
            f"<title>{escape(title)}</title>",
            f'<rect width="{_WIDTH}" height="{height}" fill="#ffffff"/>',
            f'<text x="10" y="22" font-size="15" fill="#222222">{escape(title)}</text>',
            *rows,
            f'<line x1="{one:.1f}" x2="{one:.1f}" y1="{_TOP - 14}" y2="{height - 8}" stroke="#222222" '
            'stroke-dasharray="4 3"/>',
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


def _length(ratio: float, highest: float) -> float:
    share = log10(max(ratio, _LOWEST) / _LOWEST) / log10(highest / _LOWEST)
    return share * (_WIDTH - _LEFT - _RIGHT)
