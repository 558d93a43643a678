"""What compiled source is: what makes it longer makes it slower, and no comparison of results sees it.

    UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/fast/test_sources.py

writes the lengths again, with a checksum of the lines.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from ecr_decode import (
    Decoder,
    array,
    aws,
    by_kind,
    case,
    decimal,
    dict_of,
    enum_of,
    integer,
    iso_datetime,
    json_value,
    nullable,
    number,
    one_or_many,
    otherwise,
    plain,
    string,
    tagged_union,
    uuid_text,
)
from ecr_decode.fast.read_json.run import compiled as read_json
from ecr_decode.fast.read_xml.node import Source
from ecr_decode.fast.source import Body
from ecr_decode.fast.write import compiled as writing
from ecr_decode.fast.write.run import ITSELF, TEXT
from ecr_decode.node import kinds as n
from tests.registry import CODECS, Labelled, Period, Unit

KEPT = Path(__file__).with_name("sources.txt")
_HOUR_24 = re.compile(r" and \S+\[(?:11:13|:2)\] < '24'")
"""What source asks on Python 3.13 and later alone, which take this hour for the next day's first."""
_SPELLED = re.compile(r"(\w+) < 1e15 and \1 >= 1e-4 or \1 <= -1e-4 and \1 > -1e15 or \1 == 0\.0")
"""What source asks of doubles where the serializers spell small ones in two ways, as some versions do."""
_UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def _never(*_: object) -> Any:
    raise AssertionError


COMPILERS: dict[str, Callable[[n.Node], object]] = {
    "decode_json": read_json,
    "decode_json with nulls": lambda node: read_json(node, nulls=True),
    "decode_json of known names": lambda node: read_json(node, closed=True),
    "decode_json for no value": lambda node: read_json(node, closed=True, unread=True),
    "parts of trees": lambda node: read_json(node, "accept"),
    "encode_json": lambda node: writing.compiled(node, TEXT, _never),
    "encode_json with care": lambda node: writing.compiled(node, TEXT, _never, careful=True),
    "check": lambda node: writing.compiled(node, ITSELF, _never, checks=True),
    "decode_xml": lambda node: Source(node, wary=False).compiled(node, plain),
    "decode_xml with namespaces": lambda node: Source(node, wary=True).compiled(node, plain),
    "decode_xml in the style of AWS": lambda node: Source(node, wary=True).compiled(node, aws.xml),
    "encode_xml": lambda node: writing.compiled_xml(node, plain),
}

MORE: dict[str, Decoder[Any]] = {
    "array of dicts of ruled records": array(dict_of(Period.codec)),
    "array of times": array(iso_datetime),
    "array of arrays of times": array(array(iso_datetime)),
    "array of arrays of numbers": array(array(array(number))),
    "dict_of members": dict_of(enum_of(Unit)),
    "dict_of scalars by kind, with named keys": dict_of(
        by_kind(case("text", string) | case("integer", integer)), keys=string.named("a name")
    ),
    "dict_of UUIDs": dict_of(uuid_text),
    "dict_of nullable UUIDs": dict_of(nullable(uuid_text)),
    "one_or_many decimals": one_or_many(decimal),
    "tagged_union of a record with others and a tree": tagged_union(
        "kind", case("a", Labelled) | otherwise(json_value)
    ),
}
"""Descriptions whose source differs from that of all others, beside the registry."""
DECODERS: dict[str, Decoder[Any]] = {name: entry.codec for name, entry in CODECS.items()} | MORE


def test_compiled_source_is_as_long_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    add = Body.line

    def line(body: Body, text: str) -> None:
        lines.append(_SPELLED.sub(r"\1 < 1e16 and \1 > -1e16", _HOUR_24.sub("", text)))
        add(body, text)

    monkeypatch.setattr(Body, "line", line)
    kept = KEPT.read_text("utf-8").splitlines() if KEPT.exists() else []
    names = list(DECODERS) if _UPDATE else list(dict.fromkeys(each.partition(": ")[0] for each in kept))
    found: list[str] = []
    for name in names:
        for verb, compile_ in COMPILERS.items():
            lines.clear()
            made = compile_(DECODERS[name].node)
            source = "\n".join(lines).encode()
            length = f"{len(lines)} lines of {len(source)} bytes, {crc32(source):08x}"
            found.append(f"{name}: {verb}, {length if made is not None else 'none'}")
    if _UPDATE:
        KEPT.write_text("".join(f"{each}\n" for each in found), "utf-8")
    else:
        assert len(kept) > 500
        assert found == kept
