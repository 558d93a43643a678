"""Reaching in: to what stands at the end of a path, inside a string, or inside base64."""

from __future__ import annotations

from typing import Any, TypeVar, overload

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..kept import Kept
from ..node import kinds as n
from ..node.default import required
from .container import like, text_node_of

A = TypeVar("A")
D = TypeVar("D")


@overload
def at(*steps: *tuple[*tuple[str, ...], Codec[A]]) -> Codec[A]: ...
@overload
def at(*steps: *tuple[*tuple[str | int, ...], Decoder[A]]) -> Decoder[A]: ...
@overload
def at(*steps: *tuple[*tuple[str, ...], Codec[A]], default: D) -> Codec[A | D]: ...
@overload
def at(*steps: *tuple[*tuple[str | int, ...], Decoder[A]], default: D) -> Decoder[A | D]: ...
def at(*steps: *tuple[*tuple[str | int, ...], Any], default: Any = required) -> Any:
    """What stands at the end of some names and indices; with names only, over a codec, it writes as well.

    >>> from ecr_decode import at, integer, string
    >>> first = at("images", 0, "digest", string)
    >>> first.decode_json(b'{"images": [{"digest": "sha256:00"}]}')
    <Success: sha256:00>
    >>> print(first.decode_json(b'{"images": []}').failure())
    $.images[0]: missing
    >>> at("image", "digest", string).encode_json("sha256:00")
    <Success: b'{"image":{"digest":"sha256:00"}}'>

    `default` is the value where a name is absent or a list too short; null or another kind is an error.

    >>> size = at("image", "size", integer, default=None)
    >>> size.decode_json(b'{"image": {}}'), size.decode_json(b"{}"), size.encode_json(None)
    (<Success: None>, <Success: None>, <Success: b'{}'>)
    >>> print(size.decode_json(b'{"image": null}').failure())
    $.image: expected an object, got null
    """
    given: tuple[Any, ...] = steps
    path, handle = given[:-1], given[-1] if given else None
    if not path or not isinstance(handle, Decoder):
        raise ValueError('at(...) takes one or more steps and then a decoder, as in at("images", 0, string)')
    for step in path:
        if isinstance(step, bool) or not isinstance(step, str | int) or (isinstance(step, int) and step < 0):
            raise ValueError(f"at(...): {step!r} is no step; steps are names, and indices from 0")
    node = n.At(path, handle.node, default)
    writes = isinstance(handle, Codec) and all(isinstance(step, str) for step in path)
    return Codec[Any](node) if writes else Decoder[Any](node)


@overload
def json_text(codec: Codec[A]) -> Codec[A]: ...
@overload
def json_text(codec: Decoder[A]) -> Decoder[A]: ...
def json_text(codec: Decoder[Any]) -> Decoder[Any]:
    r"""JSON inside a string; paths go on behind an arrow.

    >>> from ecr_decode import at, integer, json_text
    >>> inner = at("manifest", json_text(at("size", integer)))
    >>> inner.decode_json(rb'{"manifest": "{\"size\": 3}"}')
    <Success: 3>
    >>> print(inner.decode_json(rb'{"manifest": "{}"}').failure())
    $.manifest -> $.size: missing
    >>> json_text(integer).encode_json(3)
    <Success: b'"3"'>
    """
    return like(codec, n.JsonText(node_of("json_text(...)", codec)))


@overload
def keep_text(codec: Codec[A]) -> Codec[Kept[A]]: ...
@overload
def keep_text(codec: Decoder[A]) -> Decoder[Kept[A]]: ...
def keep_text(codec: Decoder[Any]) -> Decoder[Any]:
    r"""A string, kept as it is beside what the codec reads from it: for text that somebody hashes or signs.

    >>> from ecr_decode import integer, json_text, keep_text
    >>> kept = keep_text(json_text(at("size", integer))).decode_json(rb'"{ \"size\": 3 }"').unwrap()
    >>> kept.text, kept.value
    ('{ "size": 3 }', 3)
    >>> keep_text(json_text(at("size", integer))).encode_json(kept)
    <Success: b'"{ \\"size\\": 3 }"'>
    >>> print(keep_text(json_text(integer)).decode_json(b"3").failure())
    $: expected a string, got an integer

    The text itself is written. Writing requires that it still reads as the value.
    """
    return like(codec, n.KeptText(text_node_of("keep_text(...)", codec)))


base64_bytes: Codec[bytes] = Codec(n.Blob())
"""Bytes, as base64 in a string."""
