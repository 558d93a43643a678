"""Keys that no scalar alone describes: alternatives, texts of JSON, and functions over them."""

from __future__ import annotations

from functools import partial
from typing import Any

import orjson
import pytest

from ecr_decode import Codec, XmlStyle, array, dict_of, integer, iso_date, json_text, nullable, string
from tests.fast.test_xml_scalars import agree

DIGITS = string.refine(str.isdigit, "not digits")
ENTRIES = XmlStyle(item="member", entry="entry", wrapped_results=True)
KEYS: dict[str, Codec[Any]] = {
    "an integer or a text": integer | string,
    "a day or a text": iso_date | string,
    "a rule or a text": DIGITS | string,
    "null or a text": nullable(string),
    "a text of JSON": json_text(integer),
    "a function over alternatives": (integer | string).map(
        str, lambda key: int(key) if key.isdigit() else key
    ),
}
NAMES = ["12", "012", "1.0", "a", "b", "", " ", "2024-01-02", "null", "-0", "0", "[1]", "<&>"]
PAIRS = [*([name] for name in NAMES), ["12", "012"], ["0", "-0"], ["a", "b", "12"], []]


@pytest.mark.parametrize("name", KEYS)
def test_keys_of_any_kind_are_read_as_they_are_plainly(name: str) -> None:
    codec = array(dict_of(integer, keys=KEYS[name]))
    for names in PAIRS:
        agree(codec.decode_json, orjson.dumps([dict.fromkeys(names, 1)]))
        keys = (each.replace("&", "&amp;").replace("<", "&lt;") for each in names)
        entries = "".join(f"<entry><key>{key}</key><value>1</value></entry>" for key in keys)
        document = f"<r><member>{entries}</member></r>"
        agree(partial(codec.decode_xml, style=ENTRIES), document.encode())
        if all(map(str.isalpha, names)):
            elements = "".join(f"<{each}>1</{each}>" for each in names)
            agree(codec.decode_xml, f"<r><item>{elements}</item></r>".encode())
