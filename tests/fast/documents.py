"""JSON documents for a description: mostly what it asks for, as services, people and enemies spell it."""

from __future__ import annotations

from random import Random
from typing import assert_never

import orjson

from ecr_decode.node import kinds as n
from ecr_decode.node.layers import bare

MOST_LEVELS = 8

_TEXTS = (
    '""', '"a"', '"days"', '"ACTIVE"', '"1"', '"-0"', '"true"', '"null"', '"NaN"', '"é"', r'"\u00e9"',
    r'"\ud83d\ude00"',
    r'"a\"\\\/\n"', '"TQ=="', '"TQ="', '" "', '"hours"', '"1e3"', '"0x1"', r'"\u0000"',
    '"' + "long " * 40 + '"', '"]"', '"[{"', r'"}\\"', r'"\"]"', '"v1"',
)  # fmt: skip
_INTEGERS = (
    "0", "1", "-1", "-0", "2", "1.0", "1.5", "1e3", "1E2", "9007199254740993", "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808", "-9223372036854775809", "18446744073709551616", "1e400",
    "123456789012345678901234567890",
)  # fmt: skip
_NUMBERS = (
    *_INTEGERS,
    "0.1",
    "-0.0",
    "5e-324",
    "1.7976931348623157e308",
    "0.30000000000000004",
    "1.549908E9",
)
_TIMES = (
    "0", "1549908000", "1.549908E9", "1549908000.123456", "-1.5", "1e11", "253402300800", "-62135596801",
    "1e300",
    '"2019-02-11T18:00:00Z"', '"2019-02-11T18:00:00+01:00"', '"2019-02-11T18:00:00.123456789Z"',
    '"2019-02-11T18:00:00"',
    '"2019-02-11"', '"Mon, 11 Feb 2019 18:00:00 GMT"', '"1549908000"', '"9999-12-31T23:59:60Z"',
    '"2019-02-30"', "true",
)  # fmt: skip
_BOOLEANS = ("true", "false", "1", "0", '"true"', '"0"')
_BLOBS = ('""', '"TQ=="', '"TQ"', '"TQ=="', '"AP8="', '"a"', '"-_-_"', '"T\\u0051=="')
_ANYTHING = (
    "null", "true", "false", "0", "1.5", "1e3", '"a"', '"1"', "[]", "[null]", "{}", '{"a":1}',
    '{"kind":"days"}', "[1,[2,{}]]",
    "NaN", "01", "1e400", "[[[[[[]]]]]]", '["]",{"[":"}"}]',
)  # fmt: skip
_LONG = (
    *("9" * digits for digits in (19, 20, 30, 308, 309, 400, 4300, 4301, 5000)),
    *("-" + "9" * digits for digits in (18, 19, 20, 310)),
    "18446744073709551615", "-9223372036854775809", "1" + "0" * 19 + ".5", "[12345678901234567890]",
    "[" * 1023 + "]" * 1023, "[" * 1025 + "]" * 1025, '{"a":' * 300 + "1" + "}" * 300,
)  # fmt: skip


_DECIMALS = ("1.10", "-0", "-0.0", "1e400", "1E-400", "1.0000000000000000000000001", "1e99999999999999999999")
TEXTUAL = {
    n.TextFormat.DATE: ('"2024-02-29"', '"0001-01-01"', '"2023-02-29"'),
    n.TextFormat.DATE_TIME: ('"2024-02-29T12:00:00Z"', '"2024-02-29t12:00:00.123456789-23:59"'),
    n.TextFormat.TIME: ('"12:00:00.5+01:00"', '"23:59:59z"', '"23:59:60Z"'),
    n.TextFormat.UUID: ('"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"', '"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"'),
}


def document(node: n.Node, rng: Random, wrong: float = 0.02) -> str:
    """A text that the description may read; each part is of another kind with the given probability."""
    return _Author(rng, wrong).write(node, MOST_LEVELS)


class _Author:
    def __init__(self, rng: Random, wrong: float) -> None:
        self.rng = rng
        self.wrong = wrong

    def write(self, node: n.Node, levels: int) -> str:
        """A text for a node."""
        rng = self.rng
        if levels == 0 or (self.wrong and rng.random() < self.wrong):
            return rng.choice(_ANYTHING)
        match node:
            case n.JsonNull():
                return "null"
            case n.Bool(lenient=lenient):
                return rng.choice(_BOOLEANS if lenient else _BOOLEANS[:2])
            case n.Integer(lenient=lenient):
                return self._spelled(rng.choice(_INTEGERS[: rng.choice((3, 5, len(_INTEGERS)))]), lenient)
            case n.Number(lenient=lenient):
                return self._spelled(rng.choice(_NUMBERS), lenient)
            case n.String():
                return rng.choice(_TEXTS)
            case n.Timestamp():
                return rng.choice(_TIMES[: rng.choice((5, len(_TIMES)))])
            case n.FormattedTime():
                return rng.choice(_TIMES)
            case n.BigInteger():
                return rng.choice((*_INTEGERS, *_LONG[:7]))
            case n.Decimal():
                return rng.choice((*_NUMBERS, *_DECIMALS))
            case n.Textual(format=form):
                return rng.choice(TEXTUAL[form] if rng.random() < 0.9 else _TIMES)
            case n.Blob():
                return rng.choice(_BLOBS)
            case n.AnyJson():
                return rng.choice(_LONG if rng.random() < 0.05 else _ANYTHING)
            case n.Literal(values=values) | n.Enumeration(values=values):
                return orjson.dumps(rng.choice(values)).decode() if rng.random() < 0.9 else rng.choice(_TEXTS)
            case n.Array():
                if node.lone and rng.random() < 0.4:
                    return self.write(node.item, levels - 1)
                return self._list([node.item] * rng.choice((0, 1, 1, 2, 3)), levels)
            case n.Tuple(items=items, rest=None):
                return self._list([*items, *items[: rng.random() < 0.04]], levels)
            case n.Tuple():
                size = len(node.items) + rng.choice((-1, 0, 0, 1, 2))
                return self._list([*node.nodes(size)][:size], levels)
            case n.Dict():
                keys = [self.write(node.key, levels) for _ in range(rng.choice((0, 1, 2)))]
                names = [key if key[0] == '"' else orjson.dumps(key).decode() for key in keys]
                return self._object([(name, self.write(node.value, levels - 1)) for name in names])
            case n.Record():
                return self._record(node, levels)
            case n.Union():
                return self._choice(node, levels)
            case n.Transform() | n.Bind() | n.Refine() | n.Named():
                return self.write(node.item, levels)
            case n.JsonText(item=item):
                return orjson.dumps(self.write(item, levels)).decode()
            case n.KeptText() | n.ResultOf():
                return self.write(node.item, levels)
            case n.At(required=False) if rng.random() < 0.3:
                return "[]" if isinstance(node.steps[0], int) else "{}"
            case n.At(steps=steps, item=item):
                return self._at(steps, item, levels)
            case n.Lazy():
                return self.write(node.unfold(), levels - 1)
            case _:
                assert_never(node)

    def _spelled(self, number: str, lenient: bool) -> str:
        return f'"{number}"' if lenient and self.rng.random() < 0.25 else number

    def _list(self, items: list[n.Node], levels: int) -> str:
        blank = self._blank()
        return f"[{blank}{f',{blank}'.join(self.write(item, levels - 1) for item in items)}{blank}]"

    def _blank(self) -> str:
        return self.rng.choice(("", "", "", " ", "\n\t"))

    def _object(self, members: list[tuple[str, str]]) -> str:
        blank = self._blank()
        return (
            f"{{{blank}{f'{blank},'.join(f'{key}{blank}:{blank}{value}' for key, value in members)}{blank}}}"
        )

    def _record(self, node: n.Record, levels: int, also: tuple[tuple[str, str], ...] = ()) -> str:
        own = self._members(node, levels)
        if also and self.rng.random() < 0.8:  # a tag that is a member says what tells the record
            own = [each for each in own if each[0] not in {name for name, _ in also}]
        members = [*also, *own]
        self.rng.shuffle(members)
        return self._object(members)

    def _members(self, node: n.Record, levels: int) -> list[tuple[str, str]]:
        rng = self.rng
        members: list[tuple[str, str]] = []
        for member in node.members:
            if rng.random() < (0.02 if member.required else 0.4):
                continue
            if member.inline:
                members += self._inlined(bare(member.node), levels)
                continue
            value = "null" if rng.random() < 0.06 else self.write(member.node, levels - 1)
            members.append((self._name(rng.choice(member.names)), value))
            if rng.random() < 0.03:
                members.append((self._name(rng.choice(member.names)), self.write(member.node, levels - 1)))
        unknown = 0.5 if node.others is not None else 0.02 if node.forbid_unknown else 0.15
        if rng.random() < unknown:
            below = "1" if node.others is None else self.write(node.others.node, levels - 1)
            members.append((rng.choice(('"new"', '"m1"', '"aa"', '"\\u0061b"')), below))
        return members

    def _inlined(self, node: n.Node, levels: int) -> list[tuple[str, str]]:
        match node:
            case n.Union(by=n.ByTag(tag)):
                case = self.rng.choice(node.cases)
                return [(self._name(tag), f'"{case.name}"'), *self._inlined(bare(case.node), levels)]
            case n.Record():
                return self._members(node, levels)
            case _:
                return []

    def _name(self, wire: str) -> str:
        """A name, sometimes with an escape that its spelling does not need."""
        if wire and self.rng.random() < 0.05:
            return f'"\\u{ord(wire[0]) & 0xFFFF:04x}{orjson.dumps(wire[1:]).decode()[1:]}'
        return orjson.dumps(wire).decode()

    def _choice(self, node: n.Union, levels: int, also: tuple[tuple[str, str], ...] = ()) -> str:
        rng = self.rng
        cases = node.cases if node.otherwise is None else (*node.cases, node.otherwise)
        chosen = rng.choice(cases)
        if isinstance(node.by, n.ByKey) and chosen is not node.otherwise:
            return self._object([(self._name(chosen.name), self.write(chosen.node, levels - 1))])
        if not isinstance(node.by, n.ByTag):
            return self.write(chosen.node, levels)
        tag = orjson.dumps(rng.choice(chosen.tags or ("daze",)) if rng.random() < 0.95 else "daze").decode()
        below = bare(chosen.node)
        also = (*also, (self._name(node.by.tag), tag))
        if isinstance(below, n.Record):
            return self._record(below, levels, also)
        if isinstance(below, n.Union) and isinstance(below.by, n.ByTag):
            return self._choice(below, levels, also)
        return self._object(
            [*also, ('"a"', self.write(below.value, levels - 1) if isinstance(below, n.Dict) else "1")]
        )

    def _at(self, steps: tuple[str | int, ...], item: n.Node, levels: int) -> str:
        below = self.write(item, levels - 1)
        for step in reversed(steps):
            if isinstance(step, str):
                more = [('"other"', self.rng.choice(_ANYTHING))] if self.rng.random() < 0.2 else []
                below = self._object([*more, (self._name(step), below)])
            else:
                below = f"[{'0,' * step}{below}]"
        return below
