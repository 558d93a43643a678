"""What is no document is refused by every codec with the same tagged error, fast paths or none."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import Codec, Malformed, Why, WrongKind, json_value
from tests.hostile.documents import NOT_JSON, NOT_XML, NOT_XML_AT_ALL
from tests.hostile.verbs import JSON_TEXTS, OPERATIONS, TEXTS, WAYS, XML_TEXTS, Verb, failed, whys
from tests.registry import CODECS
from tests.structure import STRUCTURES, distinct

SMALL = 100_000
FEW = ("dict_of trees", "Shelf", "lazy by_kind")
"""Codecs of each way of reading, for the documents that take long."""
ENTRIES: dict[str, Codec[Any]] = {name: CODECS[name].codec for name in (*STRUCTURES, *FEW)}
CATALOGUE: dict[str, Codec[Any]] = {
    **{f"{name} request": operation.request for name, operation in OPERATIONS.items()},
    **{f"{name} response": operation.response for name, operation in OPERATIONS.items()},
}
EXACT = ("beyond a double", "beyond a double, negative", "an exponent of 5000 digits")
"""What only a double cannot hold: to a codec that reads decimals, these documents are JSON."""
LARGE = {
    f"{verb}, {document}": (verb, name, raw, why)
    for corpus, verbs in ((NOT_JSON, JSON_TEXTS), (NOT_XML, XML_TEXTS))
    for document, (raw, why) in corpus.items()
    if len(raw) >= SMALL
    for verb, name in zip(verbs, FEW, strict=False)
}

_TEXTS = {
    "JSON": (NOT_JSON, JSON_TEXTS["decode_json"]),
    "XML": (NOT_XML_AT_ALL, XML_TEXTS["decode_xml"]),
}
MALFORMED = {
    f"{form}, {name}": (_TEXTS[form], name)
    for form, (corpus, _) in _TEXTS.items()
    for name, (_, why) in corpus.items()
    if why is Malformed
}


def refused(verb: Verb, codec: Codec[Any], raw: object, why: type[Why]) -> None:
    assert [type(found) for found in whys(verb(codec, raw))] == [why]


def spellings(raw: bytes | str) -> tuple[object, ...]:
    """The same text in every type that verbs take."""
    if isinstance(raw, str):
        return (raw,)
    return raw, bytearray(raw), memoryview(raw)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ENTRIES)
def test_no_codec_reads_what_is_not_json(name: str, way: str) -> None:
    with WAYS[way]():
        for document, (raw, why) in NOT_JSON.items():
            if len(raw) < SMALL:
                expected = WrongKind if document in EXACT and name == "record of exact numbers" else why
                for verb in JSON_TEXTS.values():
                    refused(verb, ENTRIES[name], raw, expected)


@pytest.mark.parametrize("name", ENTRIES)
def test_no_codec_reads_what_is_not_xml(name: str) -> None:
    for raw, why in NOT_XML.values():
        if len(raw) < SMALL:
            for verb in XML_TEXTS.values():
                refused(verb, ENTRIES[name], raw, why)


@pytest.mark.parametrize("document", LARGE)
def test_no_verb_reads_what_is_large_and_no_document(document: str) -> None:
    verb, name, raw, why = LARGE[document]
    refused(TEXTS[verb], ENTRIES[name], raw, why)


@pytest.mark.parametrize("name", distinct(CATALOGUE))
def test_no_codec_of_the_catalogues_reads_what_is_no_document(name: str) -> None:
    codec = CATALOGUE[name]
    for corpus, verb in ((NOT_JSON, codec.decode_json), (NOT_XML, codec.decode_xml)):
        for raw, why in corpus.values():
            if len(raw) < SMALL:
                assert [type(problem.why) for problem in verb(raw).failure().problems] == [why]


@pytest.mark.parametrize("document", NOT_XML_AT_ALL)
def test_decode_xml_reads_no_other_text(document: str) -> None:
    raw, why = NOT_XML_AT_ALL[document]
    refused(XML_TEXTS["decode_xml"], json_value, raw, why)


@pytest.mark.parametrize("document", [name for name, (raw, _) in NOT_JSON.items() if isinstance(raw, bytes)])
@pytest.mark.parametrize("way", WAYS)
def test_a_text_may_come_in_any_type(document: str, way: str) -> None:
    raw, why = NOT_JSON[document]
    with WAYS[way]():
        for spelled in spellings(raw):
            refused(JSON_TEXTS["decode_json"], json_value, spelled, why)


@pytest.mark.parametrize("document", MALFORMED)
def test_malformed_texts_tell_a_place_within_them(document: str) -> None:
    (corpus, verb), name = MALFORMED[document]
    raw, _ = corpus[name]
    (problem,) = failed(verb(json_value, raw)).problems
    assert isinstance(problem.why, Malformed)
    lines = (raw if isinstance(raw, str) else raw.decode("latin-1")).split("\n")
    assert 1 <= problem.why.line <= len(lines)
    assert 1 <= problem.why.column <= len(lines[problem.why.line - 1]) + 2
