"""Changes to the text of an XML document: what other writers do to it, and damage."""

from __future__ import annotations

import random
import re

from tests.fast import mutations
from tests.fast.mutations import Mutation

_TEXTS = (
    b"", b" ", b"null", b"NULL", b"true", b"True", b"0", b"1", b"-1", b"-0", b"01", b"+1", b" 1 ", b"1.0",
    b"1.5", b"1e3", b"1E400", b"9223372036854775807", b"9223372036854775808", b"000000000000000001",
    b"1" * 400, b"\xd9\xa1", b"\xc2\xb2", b"NaN", b"inf", b"2019-02-11T18:00:00Z", b"2019-02-11",
    b"Mon, 11 Feb 2019 18:00:00 GMT", b"1.549908E9", b"9999-12-31T23:59:60Z", b"AA==", b"A", b"days",
    b"ACTIVE", b"{}", b"[1, null]", b'{"a": [', b"&lt;", b"&amp;#49;", b"&#49;", b"&#x31;", b"&nothing;",
    b"&#0;", b"<![CDATA[1]]>", b"1<!-- -->2", b"1<?a b?>2", b"a<b/>c", b"\r\n", b"\xc2\xa0", b"\xff",
    b"\xed\xa0\x80", b"\xef\xbf\xbf", b":nil = x", b"<!DOCTYPE", b"]]>",
)  # fmt: skip
_ELEMENTS = (
    b"<zz/>", b"<zz></zz>", b"<zz>1</zz>", b"<zz> </zz>", b"<zz><y>1</y><y/></zz>",
    b"<x:zz xmlns:x='urn:x'><x:y/></x:zz>", b"<x:zz/>", b"<zz:y/>", b"<:zz/>", b"<zz:/>", b"<xml:zz/>",
    b"<xmlns:zz/>", b"<key>a</key>", b"<value>1</value>", b"<entry/>", b"<item/>", b"<zz a='1' a='2'/>",
    b"<!-- a -->", b"<!-- a -- b -->", b"<?zz?>", b"<?xml version='1.0'?>", b"<![CDATA[ ]]>",
    b"<![CDATA[a]]>", b"text", b"&#32;", b"<zz>" * 90 + b"</zz>" * 90, b"<zz>" * 199 + b"</zz>" * 199,
    b"<zz>" * 300 + b"</zz>" * 300,
)  # fmt: skip
_ATTRIBUTES = (
    b' a="1"', b" zz=''", b" id='&amp;\n'", b' a:b="1"', b' xmlns="urn:x"', b' xmlns=""',
    b' xmlns:a="urn:a" a:id="1"', b' xmlns:a="a}b"', b' xmlns:a="urn:x" a:nil="true"',
    b' xmlns:a="urn:x" a:nil = "&#49;"', b' xmlns:a="urn:x" a:nil="false"', b' nil="true"',
    b' xmlns:xsi="urn:x" xsi:type="int"', b' xml:lang="en"', b' xml:nil="1"', b" a", b' a="<"',
    b' id="1" level="1" kind="square"',
)  # fmt: skip
_PROLOGUES = (
    b'<?xml version="1.0"?>', b"<?xml version='1.0' encoding='UTF-8'?>\n",
    b'<?xml version="1.0" encoding="utf8" standalone="yes"?>', b'<?xml version="1.1"?>',
    b'<?xml version="1.0" encoding="latin-1"?>', b'<?xml version="1.0" encoding="utf-16"?>', b"<?xml-a b?>",
    b"<!-- a -->", b"\n", b" ", b"\xef\xbb\xbf", b"\x00", b"<!DOCTYPE a>", b'<!DOCTYPE a [<!ENTITY b "c">]>',
    b"<!doctype a>", b"a",
)  # fmt: skip
_START = re.compile(rb"<[\w.:-]+")
_TAG = re.compile(rb"<[^<>]*>")
_LEAF = re.compile(rb"<([\w.:-]+)[^<>]*>[^<]*</\1>")
_TEXT = re.compile(rb">[^<]+<")


def _one(pattern: re.Pattern[bytes], raw: bytes, rng: random.Random) -> re.Match[bytes] | None:
    found = list(pattern.finditer(raw))
    return rng.choice(found) if found else None


def indent(raw: bytes, rng: random.Random) -> bytes:
    """Put blanks between the elements."""
    return raw.replace(b"><", rng.choice((b">\n  <", b"> <", b">\r\n\t<", b">&#32;<", b">\xc2\xa0<")))


def rename_namespace(raw: bytes, rng: random.Random) -> bytes:
    """Give every element a prefix, or the document a namespace."""
    start = _START.match(raw)
    if start is None:
        return raw
    end = start.end()
    if rng.random() < 0.5:
        namespaces = (
            b' xmlns="https://a.example/2015-09-21/"',
            b" xmlns = 'urn:x'",
            b"\x0cxmlns='a'",
            b' xmlns="&amp;"\n',
        )
        return raw[:end] + rng.choice(namespaces) + raw[end:]
    return re.sub(rb"<(/?)(?=\w)", rb"<\1p:", raw[:end] + b' xmlns:p="urn:p"' + raw[end:])


def add_attribute(raw: bytes, rng: random.Random) -> bytes:
    tag = _one(_START, raw, rng)
    return raw if tag is None else raw[: tag.end()] + rng.choice(_ATTRIBUTES) + raw[tag.end() :]


def add_element(raw: bytes, rng: random.Random) -> bytes:
    """Put something before or behind some tag."""
    tag = _one(_TAG, raw, rng)
    at = 0 if tag is None else rng.choice((tag.start(), tag.end()))
    return raw[:at] + rng.choice(_ELEMENTS) + raw[at:]


def change_text(raw: bytes, rng: random.Random) -> bytes:
    text = _one(_TEXT, raw, rng)
    return raw if text is None else raw[: text.start() + 1] + rng.choice(_TEXTS) + raw[text.end() - 1 :]


def respell_text(raw: bytes, rng: random.Random) -> bytes:
    """Spell the same text in another way."""
    text = _one(_TEXT, raw, rng)
    if text is None:
        return raw
    found = text[0][1:-1]
    middle = len(found) // 2
    spellings = (
        b"<![CDATA[" + found + b"]]>",
        found[:middle] + b"<!-- a -->" + found[middle:],
        found[:middle] + b"<?a?>" + found[middle:],
        found[:middle] + b"<![CDATA[" + found[middle:] + b"]]>",
        b"".join(b"&#%d;" % byte if byte < 128 else bytes([byte]) for byte in found),
    )
    return raw[: text.start() + 1] + rng.choice(spellings) + raw[text.end() - 1 :]


def repeat(raw: bytes, rng: random.Random) -> bytes:
    """Have some element twice: at its own place or at another one."""
    leaf, tag = _one(_LEAF, raw, rng), _one(_TAG, raw, rng)
    if leaf is None or tag is None:
        return raw
    at = rng.choice((leaf.end(), leaf.end(), tag.start(), tag.end()))
    return raw[:at] + leaf[0] + raw[at:]


def leave_out(raw: bytes, rng: random.Random) -> bytes:
    leaf = _one(_LEAF, raw, rng)
    return raw if leaf is None else raw[: leaf.start()] + raw[leaf.end() :]


def exchange(raw: bytes, rng: random.Random) -> bytes:
    """Have two elements change places."""
    leaves = list(_LEAF.finditer(raw))
    if len(leaves) < 2:
        return raw
    first, second = sorted(rng.sample(leaves, 2), key=lambda leaf: leaf.start())
    return (
        raw[: first.start()] + second[0] + raw[first.end() : second.start()] + first[0] + raw[second.end() :]
    )


def rename(raw: bytes, rng: random.Random) -> bytes:
    leaf = _one(_LEAF, raw, rng)
    if leaf is None:
        return raw
    name = rng.choice((b"zz", b"key", b"value", b"kind", "é".encode(), b"a.b", *re.findall(rb"<(\w+)", raw)))
    if rng.random() < 0.3:
        name = rng.choice((b"xml", b"p")) + b":" + leaf[1]
    renamed = re.sub(rb"(?<=<)" + re.escape(leaf[1]) + rb"|(?<=</)" + re.escape(leaf[1]), name, leaf[0])
    return raw[: leaf.start()] + renamed + raw[leaf.end() :]


def wrap(raw: bytes, rng: random.Random) -> bytes:
    """Put the document into an element, as a reply wraps its result or deeper than the limit."""
    before, after = rng.choice(
        (
            (b"<AResponse><AResult>", b"</AResult><Metadata><Id>1</Id></Metadata></AResponse>"),
            (b"<AResponse><AResponseResult>", b"</AResponseResult></AResponse>"),
            (b"<AResponse><AResult/>", b"</AResponse>"),
            (b"<a>", b"</a>"),
            (b"<a>" * 199, b"</a>" * 199),
        )
    )
    inner = re.sub(rb"\A<[^<>/]*>(.*)</[^<>]*>\Z", rb"\1", raw, flags=re.DOTALL)
    return before + rng.choice((raw, inner)) + after


def begin(raw: bytes, rng: random.Random) -> bytes:
    return rng.choice(_PROLOGUES) + raw


def end(raw: bytes, rng: random.Random) -> bytes:
    return raw + rng.choice((b"\n", b"<!-- a -->", b"<a/>", b"a", b"\x00", b"&#32;", b"<?a?>"))


MUTATIONS: tuple[Mutation, ...] = (
    indent, rename_namespace, add_attribute, add_attribute, add_element, add_element, change_text,
    change_text, change_text, respell_text, respell_text, repeat, leave_out, exchange, rename, wrap, begin,
    end, mutations.flip, mutations.splice, mutations.truncate, mutations.drop,
)  # fmt: skip


def mutated(raw: bytes, rng: random.Random) -> bytes:
    """The document after one to three changes."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        raw = rng.choice(MUTATIONS)(raw, rng)
        if not raw:
            break
    return raw
