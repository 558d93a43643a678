"""Decoders: descriptions that read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Never, Protocol, Self, TypeAlias, TypeVar

from returns.result import Result

from . import read
from .building import must_be, must_be_function, must_be_text
from .error.problem import DecodeError
from .error.reason import Reason
from .fast.read_json.run import DecodeJson, OfJson, decode_json, of_json
from .fast.staged import staged
from .handle import Handle
from .node import kinds as n
from .node.either import either
from .node.place import Place, placed
from .node.style import Element, XmlStyle, plain

A_co = TypeVar("A_co", covariant=True)
B = TypeVar("B")

Raw: TypeAlias = bytes | bytearray | memoryview | str
"""What a document may come as."""


class ReadsXml(Protocol[A_co]):
    """What reads an XML document."""

    def __call__(self, raw: Raw, *, style: XmlStyle = plain) -> Result[A_co, DecodeError]:
        """What it holds."""
        ...


class Decoder(Handle, Generic[A_co]):
    """A description that reads values of type `A`.

    >>> from ecr_decode import integer
    >>> double = integer.map(lambda number: number * 2)
    >>> double.decode_json(b"21")
    <Success: 42>
    >>> print(double.decode_json(b"true").failure())
    $: expected an integer, got a boolean
    """

    def decode_json(self, raw: Raw) -> Result[A_co, DecodeError]:
        """What a JSON text holds.

        >>> from ecr_decode import array, integer
        >>> array(integer).decode_json(b"[1, 2]")
        <Success: (1, 2)>
        >>> print(array(integer).decode_json(b"[1, 2").failure())
        line 1, column 6: expected "," or "]", got the end of the text
        """
        try:
            return (self.__dict__.get("decode_json") or self._compile("decode_json", self._decode_json))(raw)
        except RecursionError:
            return read.TOO_DEEP

    def of_json(self, tree: object) -> Result[A_co, DecodeError]:
        """What a tree of JSON values holds; the tree is not trusted to be one.

        >>> from ecr_decode import array, integer
        >>> array(integer).of_json([1, 2])
        <Success: (1, 2)>
        >>> print(array(integer).of_json({1, 2}).failure())
        $: expected an array, got a set
        """
        try:
            return (self.__dict__.get("of_json") or self._compile("of_json", self._of_json))(tree)
        except RecursionError:
            return read.TOO_DEEP

    def decode_xml(self, raw: Raw, *, style: XmlStyle = plain) -> Result[A_co, DecodeError]:
        """What the root element of an XML document holds; a record's own style goes before the one given.

        >>> from ecr_decode import array, integer
        >>> array(integer).decode_xml(b"<list><item>1</item><item>2</item></list>")
        <Success: (1, 2)>
        >>> print(array(integer).decode_xml(b"<list><item>one</item></list>").failure())
        $[0]: expected an integer, got text
        """
        try:
            reads = self.__dict__.get("decode_xml") or self._compile("decode_xml", self._decode_xml)
            return reads(raw, style=style)
        except RecursionError:
            return read.TOO_DEEP

    def of_xml(self, tree: object, *, style: XmlStyle = plain) -> Result[A_co, DecodeError]:
        """What an element's content holds, in the form that `xmltodict.parse` gives it.

        >>> from ecr_decode import array, integer
        >>> array(integer).of_xml({"item": ["1", "2"]})
        <Success: (1, 2)>
        >>> print(array(integer).of_xml("1").failure())
        $: expected an array, got text
        """
        try:
            return read.read_xml_tree(self.node, tree, style)
        except RecursionError:
            return read.TOO_DEEP

    def of_string(self, raw: Raw, *, style: XmlStyle = plain) -> Result[A_co, DecodeError]:
        """What a JSON or XML document holds, told apart by the first character that is not blank.

        >>> from ecr_decode import integer
        >>> integer.of_string("1"), integer.of_string("<one>1</one>")
        (<Success: 1>, <Success: 1>)
        >>> print(integer.of_string("").failure())
        line 1, column 1: expected a value, got an empty text
        """
        try:
            return read.read_text(raw, partial(self.decode_xml, style=style), self.decode_json)
        except RecursionError:
            return read.TOO_DEEP

    def map(self, f: Callable[[A_co], B]) -> Decoder[B]:
        """Reads with this and applies a function.

        >>> from ecr_decode import string
        >>> string.map(len).decode_json(b'"four"')
        <Success: 4>
        >>> print(string.map(int).decode_json(b'"four"').failure())
        $: the function of a codec raised ValueError
        """
        must_be_function("map(...)", f)
        return Decoder(n.Transform(self.node, f, None), self.rooted)

    def try_map(self, f: Callable[[A_co], Result[B, Reason]]) -> Decoder[B]:
        """Reads with this and applies a function that may fail.

        A failure is the text of the error, or a `Problem` or an error of several, with paths from this value.
        Of an exception, as `returns.result.safe` keeps it, only the name of its type is shown.

        >>> from returns.result import Failure, Success, safe
        >>> from ecr_decode import integer, string
        >>> half = integer.try_map(lambda n: Failure("expected an even number") if n % 2 else Success(n // 2))
        >>> half.decode_json(b"4")
        <Success: 2>
        >>> print(half.decode_json(b"5").failure())
        $: expected an even number
        >>> print(string.try_map(safe(int)).decode_json(b'"secret"').failure())
        $: the function of a codec raised ValueError
        """
        must_be_function("try_map(...)", f)
        return Decoder(n.Transform(self.node, f, None, fallible=True), self.rooted)

    def __or__(self, other: Decoder[B]) -> Decoder[A_co | B]:
        """What this reads, or what the other one does; see `Codec` for what tells them apart.

        >>> from ecr_decode import integer, string
        >>> length = string.map(len) | integer
        >>> length.decode_json(b'"four"'), length.decode_json(b"4")
        (<Success: 4>, <Success: 4>)
        >>> print(length.decode_json(b"[]").failure())
        $: expected a string or a number, got an array
        """
        return Decoder(either((self.node, node_of("a | b", other)), writes=False))

    def bind(self, f: Callable[[A_co], Decoder[B]]) -> Decoder[B]:
        """Reads with this, then reads the same input with the decoder that the function chooses.

        >>> from ecr_decode import at, integer, string
        >>> shape = at("kind", string).bind(lambda kind: at(kind, integer))
        >>> shape.decode_json(b'{"kind": "radius", "radius": 2}')
        <Success: 2>
        >>> print(shape.decode_json(b'{"kind": "side", "radius": 2}').failure())
        $.side: missing
        """
        must_be_function("bind(...)", f)
        return Decoder(n.Bind(self.node, f), self.rooted)

    def refine(
        self, test: Callable[[A_co], bool], message: str, *, at: Place = (), on_read: bool = True
    ) -> Self:
        """The same, for the values that pass a test, on reading and on writing.

        `at` is the wire name, or the steps, of the member that the error belongs to. The test is run once all
        below is as it should be; several tests are all run. With `on_read=False` it is a constraint: run by
        `check` and `make` alone. For the classes of records see `refine`.

        >>> from ecr_decode import array, integer
        >>> even = integer.refine(lambda n: n % 2 == 0, "expected an even number")
        >>> even.decode_json(b"4")
        <Success: 4>
        >>> print(even.decode_json(b"5").failure())
        $: expected an even number
        >>> pair = array(integer).refine(lambda found: found[0] < found[1], "expected a larger one", at=(1,))
        >>> print(pair.decode_json(b"[2, 1]").failure())
        $[1]: expected a larger one
        """
        must_be_function("refine(...)", test)
        must_be_text("refine(..., message)", message)
        path = placed(f"refine(..., {message!r})", self.node, at)
        must_be("refine(..., on_read=...)", on_read, bool, "a bool")
        return type(self)(n.Refine(self.node, n.Predicate(test, message, path), on_read), self.rooted)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        """How pydantic reads what is `Annotated` with this; it calls the method."""
        from .describe.pydantic import core_of_decoder

        return core_of_decoder(self)

    def __get_pydantic_json_schema__(
        self, core: object, handler: Callable[[Any], Any]
    ) -> dict[str, n.JsonValue]:
        """The JSON Schema of what is `Annotated` with this, for pydantic; it calls the method."""
        from .describe.pydantic_schema import json_schema_for

        return json_schema_for(self, core, handler)

    if not TYPE_CHECKING:  # a mistake, which the checkers are to refuse

        def __ror__(self, other: object) -> Never:
            node_of("a | b", other)

    def _decode_json(self, node: n.Node) -> DecodeJson:
        return decode_json(node, partial(self.__dict__.__setitem__, "decode_json"))

    def _of_json(self, node: n.Node) -> OfJson:
        return of_json(self.decode_json, node)

    def _decode_xml(self, node: n.Node) -> ReadsXml[A_co]:
        settle = partial(self.__dict__.__setitem__, "decode_xml")
        root = self.rooted
        plainly, quickly = partial(_plain_decode_xml, node, root), partial(_quick_decode_xml, node, root)
        return staged(node, plainly, quickly, settle, read.TOO_DEEP)


def _plain_decode_xml(
    node: n.Node, root: Element | None, raw: Raw, *, style: XmlStyle = plain
) -> Result[Any, DecodeError]:
    try:
        return read.read_xml(node, raw, style, root)
    except RecursionError:
        return read.TOO_DEEP


def _quick_decode_xml(node: n.Node, root: Element | None) -> ReadsXml[Any]:
    from .fast.read_xml.run import DecodeXml

    return DecodeXml(node, root)


def node_of(where: str, codec: object) -> n.Node:
    """The description in a codec or decoder; anything else was a slip in building one."""
    if not isinstance(codec, Decoder):
        if not isinstance(codec, Handle) and isinstance(getattr(codec, "node", None), n.Kind):
            raise ValueError(f"{where}: expected a codec, got {hidden(codec)}")
        raise ValueError(f"{where}: expected a codec, got {codec!r}; the codec of a record X is X.codec")
    node: n.Node = codec.node
    return node


def hidden(member: object) -> str:
    """What to say of a member of a class that stands in the place of a codec with its name."""
    name: object = getattr(member, "wire", None) or "name"
    return (
        f"the member {name!r}, whose attribute hides the codec in the class body; "
        f"write {name}_: ... = field({name!r}, ...)"
    )
