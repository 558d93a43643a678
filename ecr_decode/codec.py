"""Codecs: descriptions that read and write, by one description."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Generic, TypeVar, overload

from returns.result import Result

from .building import must_be_function
from .check import TOO_DEEP
from .decoder import Decoder
from .encoder import Encoder
from .error.problem import ConstraintError
from .error.reason import Reason
from .fast.write.run import check
from .node import kinds as n
from .node.either import either

A = TypeVar("A")
B = TypeVar("B")


class Codec(Decoder[A], Encoder[A], Generic[A]):
    """A description that reads and writes values of type `A`.

    >>> from ecr_decode import Codec, string
    >>> number: Codec[int] = string.map(int, str)
    >>> number.decode_json(b'"42"'), number.encode_json(42)
    (<Success: 42>, <Success: b'"42"'>)
    >>> print(number.decode_json(b"42").failure())
    $: expected a string, got an integer
    """

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
            return (self.__dict__.get("check") or self._compile("check", self._check))(a)
        except RecursionError:
            return TOO_DEEP

    @overload
    def __or__(self, other: Codec[B]) -> Codec[A | B]: ...
    @overload
    def __or__(self, other: Decoder[B]) -> Decoder[A | B]: ...
    def __or__(self, other: Any) -> Any:
        """The union of two codecs, or of several; with a decoder among them it only reads.

        JSON kinds tell the cases apart, else required members and constants, else they are tried in order.
        A value is written by its class. If several write that class, the first is taken whose text reads back
        as the same value.

        >>> from ecr_decode import Record, array, field, integer, string
        >>> size = integer | string | array(integer)
        >>> size.decode_json(b"3"), size.decode_json(b'"3"'), size.encode_json((3, 4))
        (<Success: 3>, <Success: 3>, <Success: b'[3,4]'>)
        >>> print(size.decode_json(b"null").failure())
        $: expected a number or a string or an array, got null

        >>> class Tagged(Record):
        ...     tag: str = field("imageTag", string)
        >>> class Pinned(Record):
        ...     digest: str = field("imageDigest", string)
        >>> image = Tagged.codec | Pinned.codec
        >>> image.decode_json(b'{"imageDigest": "sha256:00"}')
        <Success: Pinned(digest='sha256:00')>
        """
        if not isinstance(other, Codec):
            return super().__or__(other)
        return Codec[Any](either((self.node, other.node), writes=True))

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
        if g is None:
            return super().map(f)
        must_be_function("map(...)", f)
        must_be_function("map(..., g)", g)
        return Codec[Any](n.Transform(self.node, f, g), self.rooted)

    @overload
    def try_map(self, f: Callable[[A], Result[B, Reason]]) -> Decoder[B]: ...
    @overload
    def try_map(
        self, f: Callable[[A], Result[B, Reason]], g: Callable[[B], Result[A, Reason]]
    ) -> Codec[B]: ...
    def try_map(
        self, f: Callable[[A], Result[Any, Reason]], g: Callable[[Any], Result[A, Reason]] | None = None
    ) -> Any:
        """As `map`, with functions that may fail: see `Decoder.try_map`.

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
        if g is None:
            return super().try_map(f)
        must_be_function("try_map(...)", f)
        must_be_function("try_map(..., g)", g)
        return Codec[Any](n.Transform(self.node, f, g, fallible=True), self.rooted)

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> dict[str, Any]:
        """How pydantic reads and writes what is `Annotated` with this; it calls the method."""
        from .describe.pydantic import core_of_codec

        return core_of_codec(self)

    def _check(self, node: n.Node) -> Callable[[Any], Result[A, ConstraintError]]:
        return check(node, partial(self.__dict__.__setitem__, "check"))
