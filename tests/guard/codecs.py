"""The codecs in which every attribute is met: those of the registry, and what only reads or only writes."""

from __future__ import annotations

from typing import Any

from ecr_decode import Decoder, Encoder, at, decode_into, field, integer, string, succeed
from ecr_decode.handle import Handle
from tests.registry import CODECS, Layer, backwards, double


def read_again(size: int) -> Decoder[Any]:
    return at("digest", string) if size else succeed(None)


DECODERS: dict[str, Decoder[Any]] = {
    "bind": at("size", integer).bind(read_again),
    "at an index": at("layers", 1, Layer.codec),
    "map without a way back": integer.map(double),
    "decode_into": decode_into(Layer, digest=field("d", string), size=field("s", integer)),
}
"""What only reads."""

ENCODERS: dict[str, Encoder[Any]] = {"contramap": string.contramap(backwards)}
"""What only writes."""

HANDLES: dict[str, Handle] = {
    **{name: entry.codec for name, entry in CODECS.items()},
    **DECODERS,
    **ENCODERS,
}
