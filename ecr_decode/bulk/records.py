"""Records: the items of an array in one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, cast

import msgspec
from returns.result import Result, Success

from ..combinator.container import array
from ..combinator.reach import at as reach
from ..combinator.scalar import json_value
from ..decoder import Decoder, node_of
from ..error.problem import BadValue, DecodeError
from ..guard import is_tuple
from .item import Item, failed
from .limits import BUFFER, MOST_DOCUMENT
from .lines import must_be_size
from .source import Source, Stream, name_of, opened
from .unpack import unpacked

A = TypeVar("A")

Steps = tuple[str | int, ...]


def decode_records(
    codec: Decoder[A], source: Source, at: Steps = ("Records",), *, most: int = MOST_DOCUMENT
) -> Iterator[Item[A]]:
    """The items of an array inside one document, each with its own `Result`.

    >>> from ecr_decode import integer
    >>> from ecr_decode.bulk import decode_records
    >>> [item.result for item in decode_records(integer, b'{"Records": [1, "two"]}')]
    [<Success: 1>, <Failure: $: expected an integer, got a string>]
    >>> [str(item.result.failure()) for item in decode_records(integer, b'{"records": []}')]
    ['$.Records: missing']

    `at` holds the steps to the array; `()` is the document itself. The paths of an error count from its item,
    and `line` is the number of the item. The document is held whole; one of more than `most` bytes is a
    `Failure`, as is one that cannot be read or has no such array. For sources see `decode_lines`.
    """
    node_of("decode_records(codec, ...)", codec)
    must_be_steps("decode_records(..., at=...)", at)
    must_be_size("decode_records(..., most=...)", most)
    name = name_of("decode_records(..., source)", source)
    return _all_records(codec, source, name, at, most)


def must_be_steps(where: str, at: object) -> None:
    """Refuse what is not a tuple of names and indices."""
    if not is_tuple(at) or not all(isinstance(step, str) or (type(step) is int and step >= 0) for step in at):
        raise ValueError(f"{where}: expected a tuple of names and indices, got {at!r}")


def _all_records(codec: Decoder[A], source: Source, name: str, at: Steps, most: int) -> Iterator[Item[A]]:
    with opened(source) as stream:
        yield from items_of_document(codec, unpacked(stream), name, at, most)


def items_of_document(
    codec: Decoder[A], stream: Stream, name: str, at: Steps, most: int
) -> Iterator[Item[A]]:
    """The items of the array in a document."""
    text = b"".join(_up_to(stream, most))
    if stream.fault is not None:
        yield Item(name, 1, failed(stream.fault), 0, len(text), codec)
    elif len(text) > most:
        reason = BadValue(f"expected a document of at most {most:,} bytes, got a larger one")
        yield Item(name, 1, failed(reason), 0, len(text), codec)
    else:
        yield from _of_texts(codec, text, name, at)


def _up_to(stream: Stream, most: int) -> Iterator[bytes]:
    """The pieces of a stream, until they are more bytes than that."""
    size = 0
    while size <= most and (piece := stream.read1(BUFFER)):
        size += len(piece)
        yield piece


def _of_texts(codec: Decoder[A], text: bytes, name: str, at: Steps) -> Iterator[Item[A]]:
    """The items, each read from its text; the plain reader says what is wrong if they are not found."""
    try:
        texts = _texts(text, at)
    except MemoryError:
        raise
    except Exception:  # the document is not valid, or has no such array
        yield from _of_tree(codec, text, name, at)
    else:
        for number, raw in enumerate(texts, 1):
            item = bytes(raw)
            yield Item(name, number, codec.decode_json(item), 0, len(item), codec)


def _texts(text: bytes, at: Steps) -> list[msgspec.Raw]:
    if not text.isascii():
        text.decode()
    here: bytes | msgspec.Raw = text
    for step in at:
        if isinstance(step, str):
            here = msgspec.json.decode(here, type=dict[str, msgspec.Raw])[step]
        else:
            here = msgspec.json.decode(here, type=list[msgspec.Raw])[step]
    return msgspec.json.decode(here, type=list[msgspec.Raw])


def _of_tree(codec: Decoder[A], text: bytes, name: str, at: Steps) -> Iterator[Item[A]]:
    trees = array(json_value)
    match (reach(*at, trees) if at else trees).decode_json(text):
        case Success(found):
            for number, tree in enumerate(found, 1):
                yield Item(name, number, codec.of_json(tree), 0, 0, codec)
        case failure:
            yield Item(name, 1, cast(Result[Any, DecodeError], failure), 0, len(text), codec)
