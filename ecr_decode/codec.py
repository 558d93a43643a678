"""The handles that users hold: a decoder reads, an encoder writes, a codec does both, by one description."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeAlias, TypeVar, overload

from returns.result import Result

from . import node as n
from . import read, write
from .check import TOO_DEEP, check
from .constraint import compiled
from .fast.json.run import FastDecoder
from .problem import ConstraintError, DecodeError, EncodeError
from .published import at, place
from .style import QueryStyle, XmlStyle, numbered, plain
from .write.value import Value

if TYPE_CHECKING:
    from .fast.encode.run import FastEncoder
    from .fast.xml.run import FastXmlDecoder

A = TypeVar("A")
B = TypeVar("B")
A_co = TypeVar("A_co", covariant=True)
A_contra = TypeVar("A_contra", contravariant=True)

JsonValue: TypeAlias = n.JsonValue
"""A JSON tree."""

Raw: TypeAlias = bytes | bytearray | memoryview | str
"""What a document may come as."""

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""The names and values of a query, in order."""


class _Handle:
    """What all handles share: the description they hold, by which they are compared and shown."""

    __slots__ = ("_encoder", "_fast", "_fast_xml", "node")
    node: n.Node
    _fast: FastDecoder | None
    _fast_xml: FastXmlDecoder | None
    _encoder: FastEncoder | None

    def __init__(self, node: n.Node) -> None:
        object.__setattr__(self, "node", node)
        object.__setattr__(self, "_fast", None)
        object.__setattr__(self, "_fast_xml", None)
        object.__setattr__(self, "_encoder", None)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.node == other.node

    def __hash__(self) -> int:
        return hash((type(self), type(self.node), repr(self.node)))

    def __repr__(self) -> str:
        return repr(self.node)

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        published = place(self)
        return (type(self), (self.node,)) if published is None else (at, published)

    def named(self, name: str, *, doc: str = "") -> Self:
        """The same, under a name that errors, `repr` and documentation use.

        >>> from ecr_decode import integer, string
        >>> port = integer.named("a port number")
        >>> port.decode_json(b"8080")
        <Success: 8080>
        >>> print(port.decode_json(b'"http"').failure())
        $: expected a port number, got a string
        """
        return type(self)(n.Named(self.node, name, doc))

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
            _must_compile(pattern)
        rule = n.Constraint(
            pattern=pattern,
            min_length=min_length,
            max_length=max_length,
            minimum=minimum,
            maximum=maximum,
            min_items=min_items,
            max_items=max_items,
        )
        return type(self)(n.Refine(self.node, rule, on_read=False))


def _must_compile(pattern: str) -> None:
    from re import error

    try:
        compiled(pattern)
    except error as reason:
        raise ValueError(f"{pattern!r} is no regular expression: {reason}") from None


def _fast_decoder(handle: _Handle) -> FastDecoder:
    """What a handle is compiled to on its first use, and keeps; nothing is compiled before."""
    made = FastDecoder(handle.node)
    object.__setattr__(handle, "_fast", made)
    return made


def _fast_xml_decoder(handle: _Handle) -> FastXmlDecoder:
    """The same, for XML."""
    from .fast.xml.run import FastXmlDecoder

    made = FastXmlDecoder(handle.node)
    object.__setattr__(handle, "_fast_xml", made)
    return made


def _fast_encoder(handle: _Handle) -> FastEncoder:
    """The same, for writing."""
    from .fast.encode.run import FastEncoder

    made = FastEncoder(handle.node)
    object.__setattr__(handle, "_encoder", made)
    return made


class Decoder(_Handle, Generic[A_co]):
    """A description that reads values of type `A`.

    >>> from ecr_decode import integer
    >>> double = integer.map(lambda number: number * 2)
    >>> double.decode_json(b"21")
    <Success: 42>
    >>> print(double.decode_json(b"true").failure())
    $: expected an integer, got a boolean
    """

    __slots__ = ()

    def decode_json(self, raw: Raw) -> Result[A_co, DecodeError]:
        """What a JSON text holds.

        >>> from ecr_decode import array, integer
        >>> array(integer).decode_json(b"[1, 2]")
        <Success: (1, 2)>
        >>> print(array(integer).decode_json(b"[1, 2").failure())
        line 1, column 6: unexpected end of data
        """
        try:
            return (self._fast or _fast_decoder(self)).decode_json(raw)
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
            return read.read_json_tree(self.node, tree)
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
            return (self._fast_xml or _fast_xml_decoder(self)).decode_xml(raw, style)
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
        line 1, column 1: Input is a zero-length, empty document
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
        return Decoder(n.Map(self.node, f, None))

    def try_map(self, f: Callable[[A_co], Result[B, str]]) -> Decoder[B]:
        """Reads with this and applies a function that may fail, with the words of the error.

        >>> from returns.result import Failure, Success
        >>> from ecr_decode import integer
        >>> half = integer.try_map(lambda n: Failure("expected an even number") if n % 2 else Success(n // 2))
        >>> half.decode_json(b"4")
        <Success: 2>
        >>> print(half.decode_json(b"5").failure())
        $: expected an even number
        """
        return Decoder(n.Map(self.node, f, None, fallible=True))

    def bind(self, f: Callable[[A_co], Decoder[B]]) -> Decoder[B]:
        """Reads with this, then reads the same input with the decoder that the function chooses.

        >>> from ecr_decode import at, integer, string
        >>> shape = at("kind", string).bind(lambda kind: at(kind, integer))
        >>> shape.decode_json(b'{"kind": "radius", "radius": 2}')
        <Success: 2>
        >>> print(shape.decode_json(b'{"kind": "side", "radius": 2}').failure())
        $.side: missing
        """
        return Decoder(n.Bind(self.node, f))

    def refine(self, test: Callable[[A_co], bool], message: str) -> Self:
        """The same, for the values that pass a test, on reading and on writing.

        >>> from ecr_decode import integer
        >>> even = integer.refine(lambda n: n % 2 == 0, "expected an even number")
        >>> even.decode_json(b"4")
        <Success: 4>
        >>> print(even.decode_json(b"5").failure())
        $: expected an even number
        """
        return type(self)(n.Refine(self.node, n.Predicate(test, message), on_read=True))


class Encoder(_Handle, Generic[A_contra]):
    """A description that writes values of type `A`.

    >>> from ecr_decode import Encoder, string
    >>> shouted: Encoder[str] = string.contramap(str.upper)
    >>> shouted.encode_json("ho")
    <Success: b'"HO"'>
    >>> print(shouted.encode_json(1).failure())
    $: the function of a codec raised TypeError
    """

    __slots__ = ()

    def encode_json(self, a: A_contra) -> Result[bytes, EncodeError]:
        """The value as a JSON text, compact.

        >>> from ecr_decode import array, integer
        >>> array(integer).encode_json((1, 2))
        <Success: b'[1,2]'>
        >>> print(array(integer).encode_json((1, "2")).failure())
        $[1]: expected an integer, got a string
        """
        try:
            return (self._encoder or _fast_encoder(self)).encode_json(a)
        except RecursionError:
            return write.TOO_DEEP

    def to_json(self, a: A_contra) -> Result[JsonValue, EncodeError]:
        """The value as a tree of plain JSON values, not as text.

        >>> from ecr_decode import array, integer
        >>> array(integer).to_json((1, 2))
        <Success: [1, 2]>
        >>> print(array(integer).to_json(1).failure())
        $: expected a tuple, got an integer
        """
        try:
            return (self._encoder or _fast_encoder(self)).to_json(a)
        except RecursionError:
            return write.TOO_DEEP

    def encode_xml(
        self, a: A_contra, *, root: str | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The value as an XML document; the root is named after the record unless it is said.

        >>> from ecr_decode import array, integer
        >>> array(integer).encode_xml((1, 2), root="list")
        <Success: b'<list><item>1</item><item>2</item></list>'>
        >>> print(array(integer).encode_xml((1, 2), root="my list").failure())
        $: a root whose name XML cannot hold
        """
        try:
            return write.write_xml(self.node, a, style, root)
        except RecursionError:
            return write.TOO_DEEP

    def to_xml(self, a: A_contra, *, style: XmlStyle = plain) -> Result[object, EncodeError]:
        """The value as an element's content, in the form that `xmltodict.parse` gives it.

        >>> from ecr_decode import array, integer
        >>> array(integer).to_xml((1, 2))
        <Success: {'item': ['1', '2']}>
        >>> print(array(integer).to_xml((1, None)).failure())
        $[1]: expected an integer, got null
        """
        try:
            return write.write_xml_tree(self.node, a, style)
        except RecursionError:
            return write.TOO_DEEP

    def encode_query(self, a: A_contra, *, style: QueryStyle = numbered) -> Result[str, EncodeError]:
        """The value as a query string, percent-encoded.

        >>> from ecr_decode import array, at, string
        >>> at("tags", array(string)).encode_query(("a b", "c"))
        <Success: tags.member.1=a%20b&tags.member.2=c>
        >>> print(string.encode_query("a").failure())
        $: expected named members, got a value alone
        """
        try:
            return write.write_query(self.node, a, style)
        except RecursionError:
            return write.TOO_DEEP

    def to_query(self, a: A_contra, *, style: QueryStyle = numbered) -> Result[Pairs, EncodeError]:
        """The value as the names and values of a query.

        >>> from ecr_decode import array, at, string
        >>> at("tags", array(string)).to_query(("a b",))
        <Success: (('tags.member.1', 'a b'),)>
        >>> print(at("tags", array(string)).to_query("a b").failure())
        $.tags: expected a tuple, got a string
        """
        try:
            return write.write_query_pairs(self.node, a, style)
        except RecursionError:
            return write.TOO_DEEP

    def to_value(self, a: A_contra) -> Result[Value, EncodeError]:
        """The value with its tags, from which every form is made.

        >>> from ecr_decode import array, integer
        >>> array(integer).to_value((1,))
        <Success: List(items=(Integer(number=1),))>
        >>> print(integer.to_value(2**63).failure())
        $: expected an integer of 64 bits
        """
        try:
            return write.write_value(self.node, a)
        except RecursionError:
            return write.TOO_DEEP

    def contramap(self, f: Callable[[B], A_contra]) -> Encoder[B]:
        """Applies a function and writes with this.

        >>> from ecr_decode import string
        >>> string.contramap(str).encode_json(5)
        <Success: b'"5"'>
        >>> print(string.contramap(len).encode_json("four").failure())
        $: expected a string, got an integer
        """
        return Encoder(n.Map(self.node, None, f))


class Codec(Decoder[A], Encoder[A], Generic[A]):
    """A description that reads and writes values of type `A`.

    >>> from ecr_decode import Codec, string
    >>> number: Codec[int] = string.map(int, str)
    >>> number.decode_json(b'"42"'), number.encode_json(42)
    (<Success: 42>, <Success: b'"42"'>)
    >>> print(number.decode_json(b"42").failure())
    $: expected a string, got an integer
    """

    __slots__ = ()

    def check(self, a: A) -> Result[A, ConstraintError]:
        """The value itself, if it keeps every constraint of its model.

        >>> from ecr_decode import array, string
        >>> tags = array(string.constrain(max_length=3)).constrain(min_items=1)
        >>> tags.check(("v1",))
        <Success: ('v1',)>
        >>> print(tags.check(("v1", "latest")).failure())
        $[1]: expected a length of at most 3 characters
        """
        try:
            return check(self.node, a)
        except RecursionError:
            return TOO_DEEP

    @overload
    def map(self, f: Callable[[A], B]) -> Decoder[B]: ...
    @overload
    def map(self, f: Callable[[A], B], g: Callable[[B], A]) -> Codec[B]: ...
    def map(self, f: Callable[[A], Any], g: Callable[[Any], A] | None = None) -> Any:
        """Reads with this and applies `f`; applies `g` and writes with this. Without `g` it only reads.

        >>> from ecr_decode import string
        >>> words = string.map(str.split, " ".join)
        >>> words.decode_json(b'"a b"'), words.encode_json(["a", "b"])
        (<Success: ['a', 'b']>, <Success: b'"a b"'>)
        >>> print(words.encode_json(5).failure())
        $: the function of a codec raised TypeError
        """
        mapped = n.Map(self.node, f, g)
        return Decoder[Any](mapped) if g is None else Codec[Any](mapped)

    @overload
    def try_map(self, f: Callable[[A], Result[B, str]]) -> Decoder[B]: ...
    @overload
    def try_map(self, f: Callable[[A], Result[B, str]], g: Callable[[B], Result[A, str]]) -> Codec[B]: ...
    def try_map(
        self, f: Callable[[A], Result[Any, str]], g: Callable[[Any], Result[A, str]] | None = None
    ) -> Any:
        """As `map`, with functions that may fail, with the words of the error.

        >>> from returns.result import Failure, Success
        >>> from ecr_decode import integer
        >>> def shorter(n: int):
        ...     return Success(n - 1) if n > 0 else Failure("expected a positive number")
        >>> below = integer.try_map(shorter, lambda n: Success(n + 1))
        >>> below.decode_json(b"3"), below.encode_json(2)
        (<Success: 2>, <Success: b'3'>)
        >>> print(below.decode_json(b"0").failure())
        $: expected a positive number
        """
        mapped = n.Map(self.node, f, g, fallible=True)
        return Decoder[Any](mapped) if g is None else Codec[Any](mapped)


def node_of(where: str, codec: object) -> n.Node:
    """The description in a codec or decoder; anything else was a slip in building one."""
    if not isinstance(codec, Decoder):
        raise ValueError(f"{where}: expected a codec, got {codec!r}; the codec of a record X is X.codec")
    node: n.Node = codec.node
    return node
