"""What is known about a node: upper bounds hold all that may happen, lower bounds only what is certain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import msgspec

Names: TypeAlias = frozenset[str]
Constants: TypeAlias = frozenset[tuple[type, Any]]

NONE: Names = frozenset()
ALL_KINDS: Names = frozenset(("null", "boolean", "number", "string", "array", "object"))
LENIENT: Names = frozenset(("boolean", "number", "string"))
OBJECT: Names = frozenset(("object",))
ARRAY: Names = frozenset(("array",))
STRING: Names = frozenset(("string",))


class Facts(msgspec.Struct, frozen=True):
    """What is known about a node."""

    reads: Names = ALL_KINDS
    """The JSON kinds that it may read: an upper bound."""
    writes: Names = ALL_KINDS
    """The JSON kinds that it may write: an upper bound."""
    needs: Names = NONE
    """The members without which it reads no object: a lower bound."""
    either: frozenset[Names] = frozenset()
    """Sets of members: it reads no object without one of each, as a key or an alias; a lower bound."""
    fixed: Mapping[str, Constants] = {}
    """The members that it reads only if they hold one of these constants: a lower bound."""
    names: Names | None = None
    """The members that it may write in an object: an upper bound, or None if the description does not say."""
    xml_fixed: Mapping[str, Constants] = {}
    """As `fixed`, by the places in an XML element."""
    xml_needs: Names = NONE
    """As `needs`, by the places in an XML element."""
    xml_either: frozenset[Names] = frozenset()
    """As `either`, by the places in an XML element."""
    xml_names: Names | None = None
    """As `names`, by the places in an XML element."""
    recursive: bool = True
    """Whether it may nest without end."""
    final: bool = False
    """Whether the reader refuses all that msgspec refuses, unless a name stands twice in an object."""
    free: bool = True
    """Whether it holds values without a description: integers of any size, at any depth, any names."""
    spaces: Names | None = None
    """The namespaces that hints name, the empty one for none: an upper bound, or None if it is not known."""
    calls: bool = True
    """Whether reading it calls functions of the caller."""
    exact: bool = True
    """Whether it may keep the digits of numbers with a fraction or an exponent."""
    secret: bool = True
    """Whether its values may hold members that are not to be shown."""
    errors: bool = True
    """Whether its values may hold errors, which say where they are in the document."""

    @property
    def names_namespaces(self) -> bool:
        """Whether a hint may name a namespace."""
        return self.spaces is None or bool(self.spaces)

    @property
    def is_told_in_xml(self) -> bool:
        """Whether an element shows by its members or constants that it reads it."""
        return bool(self.xml_needs or self.xml_either or self.xml_fixed)

    @property
    def reads_null(self) -> bool:
        """Whether it may read null."""
        return "null" in self.reads

    @property
    def writes_null(self) -> bool:
        """Whether it may write null."""
        return "null" in self.writes


UNKNOWN = Facts()

ANY_NAME: Names = frozenset(("*",))
"""The names that a node needs of which nothing is believed yet: more than any real node does."""

NOTHING = Facts(
    reads=NONE, writes=NONE, needs=ANY_NAME, names=NONE, xml_needs=ANY_NAME, xml_names=NONE,
    recursive=False, final=True, free=False, spaces=NONE, calls=False, exact=False,
    secret=False, errors=False,
)  # fmt: skip
"""What is believed of a recursive node at first, and what the union of no nodes has."""
