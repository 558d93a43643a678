"""Objects that a caller may hold, made to raise, to lie or to never end."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn


def explode(*args: object, **kwargs: object) -> NoReturn:
    raise ValueError("the text of an exception")


class NoClass:
    """Even `isinstance` makes it raise."""

    __class__: Any = property(explode)


class NoAttributes:
    def __getattribute__(self, name: str) -> Any:
        return explode(name)


class Unequal:
    def __eq__(self, other: object) -> bool:
        return explode()

    def __hash__(self) -> int:
        return explode()


class Unshown:
    __str__ = __repr__ = __format__ = explode


class Untrue:
    def __bool__(self) -> bool:
        return explode()

    def __len__(self) -> int:
        return explode()


class LyingText(str):
    """A text whose methods raise."""

    __eq__ = __ne__ = __len__ = __iter__ = __getitem__ = explode
    encode = isascii = partition = rpartition = startswith = strip = lower = replace = casefold = explode
    __hash__ = str.__hash__


class LyingDict(dict[Any, Any]):
    items = keys = values = get = explode
    __iter__ = __getitem__ = __contains__ = __len__ = explode


class LyingList(list[Any]):
    __iter__ = __getitem__ = __len__ = explode


class EndlessList(list[Any]):
    """It says that it has one item, and gives items until the stack or the bound ends it."""

    def __iter__(self) -> Iterator[Any]:
        return iter([self])


class LyingInt(int):
    __eq__ = __le__ = __ge__ = __lt__ = __gt__ = __int__ = __index__ = explode
    __hash__ = int.__hash__


class LyingFloat(float):
    __float__ = __eq__ = explode
    __hash__ = float.__hash__


class Flag(Enum):
    UP = "up"


THINGS: dict[str, Any] = {
    "None": None,
    "an int": 5,
    "a large int": 10**5000,
    "NaN": float("nan"),
    "infinity": float("-inf"),
    "a complex": 1j,
    "bytes": b"a",
    "a set": {1},
    "a list": [],
    "a dict": {},
    "a dict of ints": {1: 2},
    "a dict of Nones": {None: None},
    "a dict of tuples": {(1,): 2},
    "a dict of bytes": {b"digest": "a"},
    "a list of bytes": [b"a"],
    "a lone surrogate": "\ud800",
    "a name with a lone surrogate": {"\udfff": 1},
    "a class": int,
    "a function": explode,
    "a module": io,
    "a generator": iter(""),
    "a file": io.BytesIO(b"{}"),
    "a text file": io.StringIO("{}"),
    "a path": Path("a"),
    "an object": object(),
    "a member of an enumeration": Flag.UP,
    "an ordered dict": OrderedDict(digest="a"),
    "one without a class": NoClass(),
    "one without attributes": NoAttributes(),
    "one without equality": Unequal(),
    "one that cannot be shown": Unshown(),
    "one that is neither true nor false": Untrue(),
    "a text that raises": LyingText("digest"),
    "a dict that raises": LyingDict(digest="a"),
    "a list that raises": LyingList([1]),
    "a list of itself": EndlessList([1]),
    "an int that raises": LyingInt(5),
    "a float that raises": LyingFloat(1.5),
    "a name that raises": {LyingText("digest"): 1},
    "a name without a hash": {"digest": {LyingInt(3): 1}},
    "NotImplemented": NotImplemented,
    "Ellipsis": ...,
    "an exception": ValueError("the text of an exception"),
    "an exception's class": ValueError,
}


def released() -> memoryview:
    """A memory view that cannot be read."""
    view = memoryview(b"{}")
    view.release()
    return view


def cyclic_list() -> Any:
    made: list[Any] = []
    made.append(made)
    return made


def cyclic_dict() -> Any:
    made: dict[str, Any] = {}
    made.update(dict.fromkeys(("value", "children", "a", "digest", "item", "ping", "pong", "kind"), made))
    return made


def cyclic_both() -> Any:
    made: dict[str, Any] = {"value": 1}
    made["children"] = [made, made]
    return made


LEVELS = 40_000
"""More than C's stack has room for where something recurses in C without counting: 200 bytes for each."""


def nested_lists() -> Any:
    made: Any = []
    for _ in range(LEVELS):
        made = [made]
    return made


def nested_dicts() -> Any:
    made: Any = {}
    for _ in range(LEVELS // 2):
        made = {"children": [made], "value": 1}
    return made


def nested_tuples() -> Any:
    made: Any = ()
    for _ in range(LEVELS):
        made = (made,)
    return made


ENDLESS: dict[str, Callable[[], Any]] = {
    "a list of itself": cyclic_list,
    "a dict of itself": cyclic_dict,
    "a dict of a list of itself": cyclic_both,
    "deep lists": nested_lists,
    "deep dicts": nested_dicts,
    "deep tuples": nested_tuples,
}
"""Made in a test and dropped by it: while what is this deep is there, collecting takes time."""
