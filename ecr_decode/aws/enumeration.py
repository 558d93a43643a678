"""Open enumerations: the service adds values, so a text of tomorrow is a member too."""

from __future__ import annotations

from enum import StrEnum
from typing import Self, TypeVar

from ..codec import Codec
from ..combinator.literal import enumerated
from ..node import kinds as n


class OpenEnum(StrEnum):
    """An enumeration of texts that makes a member for each text it does not know.

    >>> from ecr_decode import aws
    >>> class Status(aws.OpenEnum):
    ...     ACTIVE = "ACTIVE"
    >>> Status("ACTIVE").known, Status("PAUSED").known
    (True, False)
    >>> Status("PAUSED") == "PAUSED", [*Status]
    (True, [<Status.ACTIVE: 'ACTIVE'>])
    """

    @property
    def known(self) -> bool:
        """Whether the enumeration lists this member."""
        return self._name_ in type(self)._member_map_ and type(self)._member_map_[self._name_] is self

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = str.__str__(value)
        return member


E = TypeVar("E", bound=OpenEnum)


def open_enum(enumeration: type[E]) -> Codec[E | str]:
    """A member of an open enumeration, known or made for the text; annotate it `E | str`.

    >>> from ecr_decode import aws
    >>> class Status(aws.OpenEnum):
    ...     ACTIVE = "ACTIVE"
    >>> aws.open_enum(Status).decode_json(b'"PAUSED"').unwrap()
    <Status.PAUSED: 'PAUSED'>
    >>> print(aws.open_enum(Status).decode_json(b"1").failure())
    $: expected a string, got an integer
    """
    cls, values = enumerated(enumeration)
    if not issubclass(cls, OpenEnum):
        raise ValueError(f"open_enum({cls.__name__}): derive it from aws.OpenEnum, or use enum_of")
    return Codec(n.Enumeration(cls, values, open=True))
