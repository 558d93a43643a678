"""What all handles share: the description they hold, by which they are compared, shown and pickled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self, TypeVar

from .building import must_be_bounds, must_be_text
from .error.path import shorten
from .limits import MOST_SHOWN
from .node import kinds as n
from .node.constraint import compiled
from .node.layers import bare
from .node.style import Element
from .published import at, place
from .write.root import must_be_root

F = TypeVar("F", bound=Callable[..., object])


class Handle:
    """A description, frozen, with what its verbs were compiled to.

    `repr` spells it as a type. Where that is long, records are spelled by their names; `describe` spells all.

    A verb is compiled when it is first called. The handle's `__dict__` then has the function under the verb's
    name, so later calls find it before the method. Do not subclass handles.
    """

    node: n.Node

    rooted: Element | None
    """What the root element of a document is called, if the description says it; see `root`."""

    def __init__(self, node: n.Node, rooted: Element | None = None) -> None:
        self.__dict__["node"] = node
        self.__dict__["rooted"] = rooted

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (self.node, self.rooted) == (other.node, other.rooted)

    def __hash__(self) -> int:
        return hash((type(self), type(self.node), repr(self.node)))

    def __repr__(self) -> str:
        whole = repr(self.node)
        if len(whole) > MOST_SHOWN and not isinstance(bare(self.node), n.Record):
            whole = self.node.spell(inside=True)  # each record by its name
        return shorten(whole, MOST_SHOWN)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        published = place(self)
        return (type(self), (self.node, self.rooted)) if published is None else (at, published)

    def named(self, name: str, *, doc: str = "") -> Self:
        """The same, under a name that errors, `repr` and documentation use.

        >>> from ecr_decode import integer, string
        >>> port = integer.named("a port number")
        >>> port.decode_json(b"8080")
        <Success: 8080>
        >>> print(port.decode_json(b'"http"').failure())
        $: expected a port number, got a string
        """
        must_be_text("named(...)", name)
        must_be_text("named(..., doc=...)", doc)
        return type(self)(n.Named(self.node, name, doc), self.rooted)

    def root(self, name: str | Element) -> Self:
        """The same for documents of XML whose root element is called so; `element(...)` gives a namespace.

        It counts for a document alone: within another codec, and for JSON and trees, it says nothing.

        >>> from ecr_decode import Record, element, field, string
        >>> class Feed(Record):
        ...     title: str = field("title", string, default="")
        >>> feed = Feed.codec.root(element("feed", ns="http://www.w3.org/2005/Atom"))
        >>> feed.decode_xml('<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>')
        <Success: Feed(title='a')>
        >>> print(feed.decode_xml("<html/>").failure())
        $: expected the element feed, got html
        >>> feed.encode_xml(Feed(title="a"))
        <Success: b'<feed xmlns="http://www.w3.org/2005/Atom"><title>a</title></feed>'>
        """
        return type(self)(self.node, must_be_root("root(...)", name))

    def constrain(
        self,
        *,
        pattern: str | None = None,
        min_length: int | None = None,
        max_length: int | None = None,
        minimum: float | None = None,
        maximum: float | None = None,
        min_items: int | None = None,
        max_items: int | None = None,
    ) -> Self:
        """The same, with a model's constraint: checked by `check` and `make`, never on reading or writing.

        Lengths count characters (bytes of a blob), patterns must match the whole text.

        >>> from ecr_decode import string
        >>> account = string.constrain(pattern="[0-9]{12}")
        >>> account.decode_json(b'"12345678901"')
        <Success: 12345678901>
        >>> account.check("123456789012")
        <Success: 123456789012>
        >>> print(account.check("12345678901").failure())
        $: expected a text that matches [0-9]{12}
        """
        if pattern is not None:
            must_be_text("constrain(pattern=...)", pattern)
            _must_compile(pattern)
        must_be_bounds("constrain(min_length=, max_length=)", min_length, max_length, lengths=True)
        must_be_bounds("constrain(min_items=, max_items=)", min_items, max_items, lengths=True)
        must_be_bounds("constrain(minimum=, maximum=)", minimum, maximum, lengths=False)
        rule = n.Constraint(
            pattern=pattern,
            min_length=min_length,
            max_length=max_length,
            minimum=minimum,
            maximum=maximum,
            min_items=min_items,
            max_items=max_items,
        )
        return type(self)(n.Refine(self.node, rule, on_read=False), self.rooted)

    def _compile(self, verb: str, compile_: Callable[[n.Node], F]) -> F:
        """Put what a verb is compiled to before its method."""
        made = self.__dict__[verb] = compile_(self.node)
        return made


def _must_compile(pattern: str) -> None:
    from re import error

    try:
        compiled(pattern)
    except error as reason:
        raise ValueError(f"{pattern!r} is no regular expression: {reason}") from None
