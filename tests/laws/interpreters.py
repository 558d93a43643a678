"""The interpreters that both write and read, by name: each law holds for every one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from ecr_decode import Codec, XmlStyle, plain

Run: TypeAlias = Callable[[Codec[Any], Any], Any]
"""What it gives is a Result; checkers see no more of its types through `bind` than of Any."""

aws_style = XmlStyle(item="member", entry="entry", wrapped_results=True)
STYLES = {"xml": plain, "aws_xml": aws_style}


class Interpreter(NamedTuple):
    """A way out and the way back."""

    form: str
    encode: Run
    decode: Run


def _xml_text(form: str, before: bytes = b"", after: bytes = b"") -> Interpreter:
    style = STYLES[form]

    def encode(codec: Codec[Any], value: Any) -> Any:
        written = codec.encode_xml(value, root="GetResult" if before else "r", style=style)
        return written.map(lambda inner: before + inner + after)

    def decode(codec: Codec[Any], raw: Any) -> Any:
        return codec.decode_xml(raw, style=style)

    return Interpreter(form, encode, decode)


def _xml_tree(form: str) -> Interpreter:
    style = STYLES[form]

    def encode(codec: Codec[Any], value: Any) -> Any:
        return codec.to_xml(value, style=style)

    def decode(codec: Codec[Any], tree: Any) -> Any:
        return codec.of_xml(tree, style=style)

    return Interpreter(form, encode, decode)


INTERPRETERS = {
    "JSON text": Interpreter("json", Codec[Any].encode_json, Codec[Any].decode_json),
    "JSON tree": Interpreter("json", Codec[Any].to_json, Codec[Any].of_json),
    "XML text": _xml_text("xml"),
    "XML tree": _xml_tree("xml"),
    "AWS XML text": _xml_text("aws_xml"),
    "AWS XML tree": _xml_tree("aws_xml"),
    "AWS XML result": _xml_text(
        "aws_xml",
        b'<?xml version="1.0"?>\n<GetResponse xmlns="urn:a">\n  ',
        b"\n  <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>\n</GetResponse>",
    ),
}
