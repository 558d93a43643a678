"""What can be wrong, as data: problems say where and why, and hold no value of the document."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from ..limits import MOST_LEVELS
from .path import Path


class WrongKind(msgspec.Struct, frozen=True):
    """The value is of another kind than the codec reads or writes.

    >>> from ecr_decode import WrongKind, integer
    >>> integer.decode_json(b'"1"').failure().problems[0].why
    WrongKind(expected='an integer', got='a string')
    >>> integer.encode_json("1").failure().problems[0].why
    WrongKind(expected='an integer', got='a string')
    """

    expected: str
    got: str


A_NAME = "a name"
"""What a problem got that is about the name of a member, which its path shows, and not about the value."""


class Missing(msgspec.Struct, frozen=True):
    """A required member or item is not there; `near` is a name there that looks like it.

    `expected` holds what a tag may be, where the tag of a union is missing. `elsewhere` says where in XML the
    name is there instead: in another namespace, or in none.

    >>> from ecr_decode import Missing, at, string
    >>> at("digest", string).decode_json(b"{}").failure().problems[0].why
    Missing(near=None, expected=(), elsewhere=None)
    """

    near: str | None = None
    expected: tuple[str | int | bool, ...] = ()
    elsewhere: str | None = None


class Null(msgspec.Struct, frozen=True):
    """The value is null where null is not allowed.

    >>> from ecr_decode import Null, integer
    >>> integer.decode_json(b"null").failure().problems[0].why
    Null(expected='an integer')
    """

    expected: str


class Unknown(msgspec.Struct, frozen=True):
    """A member is there that the codec forbids; `near` is a known name that looks like it.

    >>> from ecr_decode import Record, Unknown, field, string
    >>> class Tag(Record, forbid_unknown=True):
    ...     name: str = field("name", string)
    >>> Tag.decode_json(b'{"name": "a", "nam": 1}').failure().problems[0]
    Problem(path=('nam',), why=Unknown(near='name'))
    """

    near: str | None = None


class BadTag(msgspec.Struct, frozen=True):
    """The tag of a union is none of the known ones; `near` is the one that looks like it.

    >>> from ecr_decode import BadTag, Record, case, field, number, tagged_union
    >>> class Circle(Record):
    ...     radius: float = field("radius", number)
    >>> class Square(Record):
    ...     side: float = field("side", number)
    >>> shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
    >>> shape.decode_json(b'{"kind": "cirlce"}').failure().problems[0]
    Problem(path=('kind',), why=BadTag(expected=('circle', 'square'), near='circle'))
    """

    expected: tuple[str | int | bool, ...]
    near: str | None = None


class Alternative(msgspec.Struct, frozen=True):
    """Why one named alternative did not fit: its problems, their paths counted from the union.

    >>> from ecr_decode import Alternative, case, integer, one_of
    >>> why = one_of(case("count", integer)).decode_json(b'""').failure().problems[0].why
    >>> why.alternatives == (Alternative("count", integer.decode_json(b'""').failure().problems),)
    True
    """

    name: str
    problems: tuple[Problem, ...]
    more: int = 0


class NoAlternative(msgspec.Struct, frozen=True):
    """No alternative of a union fits; the only problem that holds other problems.

    >>> from ecr_decode import NoAlternative, case, integer, one_of, string
    >>> either = one_of(case("count", integer) | case("name", string))
    >>> print(either.decode_json(b"[]").failure())
    $: no alternative fits
      count: $: expected an integer, got an array
      name: $: expected a string, got an array
    """

    alternatives: tuple[Alternative, ...]


class BadValue(msgspec.Struct, frozen=True):
    """The value is of the right kind and is refused all the same.

    >>> from ecr_decode import BadValue, integer
    >>> integer.decode_json(b"9223372036854775808").failure().problems[0].why
    BadValue(message='expected an integer of 64 bits')
    """

    message: str


class Malformed(msgspec.Struct, frozen=True):
    """The text is not a document at all; line and column count from 1.

    >>> from ecr_decode import Malformed, integer
    >>> integer.decode_json(b"1 2").failure().problems[0].why
    Malformed(message='expected the end of the text, got a number', line=1, column=3)
    """

    message: str
    line: int = 1
    column: int = 1


class TooDeep(msgspec.Struct, frozen=True):
    """The nesting passes the limit, or the caller's stack has no room for it.

    >>> from ecr_decode import TooDeep, json_value
    >>> json_value.decode_json(b"[" * 1025 + b"]" * 1025).failure().problems[0].why
    TooDeep(limit=1024)
    """

    limit: int = MOST_LEVELS


class NotJson(msgspec.Struct, frozen=True):
    """The reply is not what its protocol promises: a proxy's page, an empty body, an error without a code.

    >>> from ecr_decode import DecodeError, NotJson, Problem
    >>> print(DecodeError((Problem((), NotJson("HTML", 502)),)))
    $: the reply with status 502 is not what the protocol promises: HTML
    """

    got: str
    status: int


class Raised(msgspec.Struct, frozen=True):
    """A function of the caller raised; only the name of the exception's type is kept.

    >>> from ecr_decode import Raised, string
    >>> string.map(int).decode_json(b'"four"').failure().problems[0].why
    Raised(exception='ValueError')
    """

    exception: str


Why: TypeAlias = (
    WrongKind
    | Missing
    | Null
    | Unknown
    | BadTag
    | NoAlternative
    | BadValue
    | Malformed
    | TooDeep
    | NotJson
    | Raised
)


class Problem(msgspec.Struct, frozen=True, eq=False, repr_omit_defaults=True):
    """One thing that is wrong, and where.

    `hidden` says that its value may be secret, so that no rendering shows it; it takes no part in equality.

    >>> from ecr_decode import Missing, Problem, array, at, integer
    >>> match array(at("size", integer)).decode_json(b'[{"size": 1}, {}]').failure().problems:
    ...     case (Problem(path=(int(index), "size"), why=Missing()),):
    ...         index
    1
    """

    path: Path
    why: Why
    hidden: bool = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Problem):
            return NotImplemented
        return (self.path, self.why) == (other.path, other.why)

    def __hash__(self) -> int:
        return hash((self.path, self.why))

    def below(self, path: Path) -> Problem:
        """The same, its path counted from where this one begins."""
        return Problem(path + self.path, self.why, self.hidden)


class Problems(msgspec.Struct, frozen=True):
    """Everything that is wrong at once; `more` counts the problems that the bound cut off."""

    problems: tuple[Problem, ...]
    more: int = 0

    def __str__(self) -> str:
        from .wording import text

        return text(self)


class DecodeError(Problems, frozen=True, repr_omit_defaults=True):
    """Why a document was not read, as a value: it is returned, never raised.

    `status` is the status of the reply that the document came in, where it is known.

    >>> from ecr_decode import DecodeError, ecr, integer
    >>> integer.decode_json(b"null").failure()
    DecodeError(problems=(Problem(path=(), why=Null(expected='an integer')),))
    >>> print(ecr.list_images.decode(status=503, body=b"Rate exceeded").failure())
    the reply with status 503 cannot be read
    line 1, column 1: expected a value, got a word
    """

    status: int | None = None


class EncodeError(Problems, frozen=True):
    """Why a value was not written, as a value: it is returned, never raised.

    >>> from ecr_decode import EncodeError, integer
    >>> print(integer.encode_json(None).failure())
    $: expected an integer, got null
    """


class ConstraintError(Problems, frozen=True):
    """Which constraints of its model a value breaks, as a value: it is returned, never raised.

    >>> from ecr_decode import ConstraintError, string
    >>> print(string.constrain(max_length=3).check("four").failure())
    $: expected a length of at most 3 characters
    """


NO_ROOM = (Problem((), TooDeep()),)
"""The problems of a run for which the stack has no room: made beforehand, since making them takes room."""


def ended(error: Exception) -> TooDeep | Raised:
    """Why an exception ended a run: the stack had no room, or a method of the caller's value raised."""
    return TooDeep() if isinstance(error, RecursionError) else Raised(type(error).__name__)
