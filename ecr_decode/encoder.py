"""Encoders: descriptions that write."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, Protocol, TypeAlias, TypeVar

from returns.result import Result

from . import write
from .building import must_be_function
from .error.problem import EncodeError
from .fast.write.run import encode_json, encode_xml, to_json
from .handle import Handle
from .node import kinds as n
from .node.kinds import JsonValue
from .node.style import Element, QueryStyle, XmlStyle, numbered, plain
from .write.value import Value

A_contra = TypeVar("A_contra", contravariant=True)
B = TypeVar("B")

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""The names and values of a query, in order."""


class WritesJson(Protocol):
    """What writes a JSON text."""

    def __call__(
        self, a: Any, *, indent: int | None = None, sort_keys: bool = False
    ) -> Result[bytes, EncodeError]:
        """The text."""
        ...


class WritesXml(Protocol):
    """What writes an XML document."""

    def __call__(
        self, a: Any, *, root: str | Element | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The document."""
        ...


class Encoder(Handle, Generic[A_contra]):
    """A description that writes values of type `A`.

    >>> from ecr_decode import Encoder, string
    >>> shouted: Encoder[str] = string.contramap(str.upper)
    >>> shouted.encode_json("ho")
    <Success: b'"HO"'>
    >>> print(shouted.encode_json(1).failure())
    $: the function of a codec raised TypeError
    """

    def encode_json(
        self, a: A_contra, *, indent: int | None = None, sort_keys: bool = False
    ) -> Result[bytes, EncodeError]:
        """The value as a JSON text: compact, or indented by some spaces; `sort_keys` sorts all members.

        >>> from ecr_decode import array, integer
        >>> array(integer).encode_json((1, 2))
        <Success: b'[1,2]'>
        >>> print(array(integer).encode_json((1, "2")).failure())
        $[1]: expected an integer, got a string

        >>> from ecr_decode import json_value
        >>> print(json_value.encode_json({"b": 1, "a": [2]}, indent=2, sort_keys=True).unwrap().decode())
        {
          "a": [
            2
          ],
          "b": 1
        }
        >>> print(json_value.encode_json([1], indent=0).failure())
        $: expected an indent of 1 to 16 spaces
        """
        try:
            writes = self.__dict__.get("encode_json") or self._compile("encode_json", self._encode_json)
            return writes(a, indent=indent, sort_keys=sort_keys)
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
            return (self.__dict__.get("to_json") or self._compile("to_json", self._to_json))(a)
        except RecursionError:
            return write.TOO_DEEP

    def encode_xml(
        self, a: A_contra, *, root: str | Element | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The value as an XML document; `root` is the name of its root, or `element(...)` with a namespace.

        Without it, the root is called as the method `root` says, or else as the record.

        >>> from ecr_decode import array, integer
        >>> array(integer).encode_xml((1, 2), root="list")
        <Success: b'<list><item>1</item><item>2</item></list>'>
        >>> print(array(integer).encode_xml((1, 2), root="my list").failure())
        $: a root whose name XML cannot hold
        """
        try:
            writes = self.__dict__.get("encode_xml") or self._compile("encode_xml", self._encode_xml)
            return writes(a, root=root, style=style)
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
        must_be_function("contramap(...)", f)
        return Encoder(n.Transform(self.node, None, f), self.rooted)

    def _encode_json(self, node: n.Node) -> WritesJson:
        return encode_json(node, partial(self.__dict__.__setitem__, "encode_json"))

    def _to_json(self, node: n.Node) -> Callable[[Any], Result[JsonValue, EncodeError]]:
        return to_json(node, partial(self.__dict__.__setitem__, "to_json"))

    def _encode_xml(self, node: n.Node) -> WritesXml:
        return encode_xml(node, self.rooted, partial(self.__dict__.__setitem__, "encode_xml"))
