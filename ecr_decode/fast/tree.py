"""Trees without a description: proved to be JSON in C, and written by the serializer of the plain writer.

MessagePack is written first, into a buffer that cannot grow. A shared part is written wherever it stands, so
a small tree that unfolds to an endless text is stopped in time. What MessagePack takes and orjson takes with
`OPTIONS` is JSON, except for enumerations, UUIDs, and doubles that are not finite. The doubles are found in
the buffer. The others are instances of classes made in Python: a class holds itself, so a walk over what
values hold does not end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from gc import get_referents
from math import isfinite
from typing import Any

import msgspec
import orjson

from ..guard import is_array, is_dict
from ..limits import MOST_SHARED, MOST_SHARED_TIMES
from .convert import holder
from .doubt import Doubt

OPTIONS = orjson.OPT_PASSTHROUGH_SUBCLASS | orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME
"""How trees are written that were proved."""

_TYPES = frozenset((str, int, float, bool, type(None), list, tuple, dict))
_HOLDERS = frozenset((list, tuple, dict))
_DOUBLE = frozenset((float,))
_NOT_FINITE = re.compile(rb"\xcb[\x7f\xff][\xf0-\xff]").search

_FEW, _MANY = 256, 4096
"""How many trees are proved together, or bytes are looked at; how many values a step asks what they hold."""

_LITTLE = 16
"""So many values are looked at in less time than MessagePack takes."""

_SHORT = 24
"""So many doubles are looked at in less time."""

_USUAL = 5
"""How many containers nest in most trees. Below may be classes, which hold the whole program."""

_pack, _pack_into = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Encoder().encode_into


def text_of(tree: Any) -> bytes:
    """The JSON text of a tree of the caller; raises `Doubt` where that may not be JSON."""
    prove([tree])
    return orjson.dumps(tree, None, OPTIONS)


def prove(trees: list[Any]) -> None:
    """Raise `Doubt` of trees that may not be JSON, or unfold to more than the plain interpreters take."""
    if _are_little(trees):
        return
    if len(trees) == 1:
        _check(trees, _packed(trees, trees))
        return
    for start in range(0, len(trees), _FEW):
        some = trees[start : start + _FEW]
        try:
            pack = _packed(some, ())
        except Doubt:
            for each in some:
                prove([each])
        else:
            _check(some, pack)


def _are_little(trees: list[Any]) -> bool:
    """Whether trees of few values are JSON, if their names are texts."""
    values, left = trees, _LITTLE
    while True:
        left -= len(values)
        if left < 0:
            return False
        kinds = {*map(type, values)}
        if not kinds <= _TYPES or (float in kinds and not _are_finite(values)):
            return False
        if kinds.isdisjoint(_HOLDERS):
            return True
        values = get_referents(*values)


def _are_finite(values: list[Any]) -> bool:
    return all(map(isfinite, [each for each in values if type(each) is float]))


def prove_strictly(trees: list[Any]) -> None:
    """The same where the serializer takes more than JSON has."""
    prove(trees)
    orjson.dumps(trees, None, OPTIONS)


def prove_numbers(numbers: list[Any]) -> None:
    """Raise `Doubt` unless all are finite doubles: MessagePack has a mark and eight bytes for each."""
    if len(numbers) < _SHORT and _DOUBLE.issuperset(map(type, numbers)) and isfinite(sum(numbers)):
        return
    if get_referents(*numbers):
        raise Doubt
    many, pack = len(numbers), _pack(numbers)
    head = 1 if many < 16 else 3 if many < 2**16 else 5
    if len(pack) != head + 9 * many or pack[head::9].count(0xCB) != many:
        raise Doubt
    exponents = pack[head + 1 :: 9]
    if (0x7F in exponents or 0xFF in exponents) and not all(map(isfinite, numbers)):
        raise Doubt


@lru_cache(64)
def prover(kind: Any) -> Callable[[list[Any]], None]:
    """What raises unless all items are scalars of a type, exactly: of no class made in Python."""
    whole, convert = holder(list[kind]), msgspec.convert

    def prove(items: list[Any]) -> None:
        if get_referents(*items):
            raise Doubt
        convert((items,), whole)

    return prove


_usual = [2**10]
"""How many bytes a buffer has at first: enough for another tree like the last one."""


def _packed(tree: Any, counted: Iterable[Any]) -> bytearray:
    """A tree in MessagePack; raises `Doubt` where it takes too many bytes.

    These are `MOST_SHARED`, and `MOST_SHARED_TIMES` as many as there are items in what is counted.
    """
    most, room, sizes = MOST_SHARED, _usual[0], None
    while True:
        pack = bytearray(room)
        view = memoryview(pack)  # while there is one, the buffer cannot grow
        try:
            _pack_into(tree, pack)
        except BufferError:
            wanted, sizes = 4 * room, sizes or _sizes(counted)
            while wanted > most and (more := next(sizes, None)) is not None:
                most += MOST_SHARED_TIMES * more
            if room >= most:
                raise Doubt from None
            room = min(wanted, most)
        else:
            view.release()
            _usual[0] = min(2**9 + len(pack) * 5 // 4, MOST_SHARED)
            return pack


def _check(values: list[Any], pack: bytearray) -> None:
    """Doubt values in which MessagePack takes what is not JSON."""
    is_suspect = (0x7F in pack or 0xFF in pack) and _may_not_be_finite(pack)
    todo: list[tuple[int, list[Any]]] = []
    level, left = 0, len(pack)  # each value takes a byte or more
    while values:
        if len(values) > _MANY:
            todo += [(level, values[start : start + _MANY]) for start in range(_MANY, len(values), _MANY)]
            del values[_MANY:]
        left -= len(values)
        if left < 0 or (level > _USUAL and not _TYPES.issuperset(map(type, values))):
            raise Doubt
        if is_suspect and not _are_finite(values):
            raise Doubt
        level, values = level + 1, get_referents(*values)
        if not values and todo:
            level, values = todo.pop()


def _may_not_be_finite(pack: bytearray) -> bool:
    """Whether a double may be infinite or not a number: all bits of its exponent are set."""
    for mark in (0x7F, 0xFF):
        place = pack.find(mark)
        for _ in range(_FEW):
            if place < 0:
                break
            if pack[place - 1] == 0xCB and pack[place + 1 : place + 2] >= b"\xf0":
                return True
            place = pack.find(mark, place + 1)
        else:
            return _NOT_FINITE(pack) is not None
    return False


def _sizes(trees: Iterable[Any]) -> Iterator[int]:
    """The sizes of the containers of trees, each once, from the outside to the inside."""
    todo, known = [*trees], {*map(id, trees)}
    for each in todo:
        if not (is_dict(each) or is_array(each)):
            continue
        yield len(each)
        for item in each.values() if is_dict(each) else each:
            if id(item) not in known:
                known.add(id(item))
                todo.append(item)
