"""The examples of formats: each reads what the format allows, and writes it back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ecr_decode import case, element, json_value, keyed_union, otherwise, plain_only
from examples.formats import (
    atom,
    dynamodb,
    geojson,
    gpx,
    package_lock,
    pom,
    rss,
    soap,
    terraform,
    wordprocessing,
)
from examples.formats.__main__ import FORMATS, main, trip

FOLDER = Path(__file__).parent / "documents"


def document(name: str) -> str:
    """A document of a format, ours."""
    return (FOLDER / name).read_text(encoding="utf-8")


RSS, ATOM, POM, GPX = document("rss.xml"), document("atom.xml"), document("pom.xml"), document("gpx.xml")
WORDS, SOAP = document("wordprocessing.xml"), document("soap.xml")
ITEM, STATE = document("dynamodb.json"), document("terraform.json")
FEATURES = document("geojson.json")
TREE, BOTH = document("package-lock-1.json"), document("package-lock-2.json")
FLAT = BOTH.replace('"lockfileVersion": 2', '"lockfileVersion": 3')

DOCUMENTS = [
    ("rss", RSS),
    ("atom", ATOM),
    ("pom", POM),
    ("gpx", GPX),
    ("gpx", GPX.replace("GPX/1/1", "GPX/1/0")),
    ("wordprocessing", WORDS),
    ("soap", SOAP),
    ("dynamodb", ITEM),
    ("terraform", STATE),
    ("geojson", FEATURES),
    ("package-lock", TREE),
    ("package-lock", BOTH),
    ("package-lock", FLAT),
]


def test_every_format_has_a_document() -> None:
    assert {name for name, _ in DOCUMENTS} == set(FORMATS)


@pytest.mark.parametrize(("name", "text"), DOCUMENTS)
def test_documents_are_written_back(name: str, text: str) -> None:
    assert trip(name, text.encode()) is None
    assert trip(name, text.encode()) is None
    with plain_only():
        assert trip(name, text.encode()) is None


def test_a_podcast_has_members_of_three_namespaces() -> None:
    channel = rss.Rss.decode_xml(RSS).unwrap().channel
    assert (channel.link, channel.self_links[0].href) == ("https://tides.test/", "https://tides.test/rss")
    assert [topic.name for topic in channel.topics[0].narrower] == ["Seas"]
    first, second = channel.items
    assert (first.title, first.episode_title, first.rest["dc:creator"]) == ("One", "First", "B. Flow")
    assert [each.name for each in second.categories] == ["a", "b"]


def test_prefixes_never_matter() -> None:
    assert atom.Feed.decode_xml(ATOM) == atom.Feed.decode_xml(ATOM.replace("a:", "").replace(":a=", "="))
    title = atom.Feed.decode_xml(ATOM).unwrap().entries[0].title
    assert title == atom.Text(value="One", type="text", language="en")


def test_numbers_are_spelled_as_in_xml_schema() -> None:
    found = gpx.Gpx.decode_xml(GPX).unwrap()
    assert [(each.latitude, each.longitude, each.elevation) for each in found.waypoints] == [
        (47.5, 5.0, 10.0)
    ]
    assert [len(segment.points) for segment in found.tracks[0].segments] == [2, 0]


def test_blocks_are_in_the_order_of_the_text() -> None:
    body = wordprocessing.Document.decode_xml(WORDS).unwrap().body
    names = [type(each).__name__ for each in body.blocks]
    assert names == ["Paragraph", "Table", "Paragraph", "dict"]
    paragraph = body.blocks[0]
    assert isinstance(paragraph, wordprocessing.Paragraph)
    run = paragraph.content[0]
    assert isinstance(run, wordprocessing.Run)
    assert [type(each).__name__ for each in run.pieces] == ["Text", "Tab", "dict", "Text"]


def test_an_unknown_element_declares_its_prefix() -> None:
    known = keyed_union(case(element("a", ns="urn:a"), json_value.map(str, str)) | otherwise(json_value))
    assert known.decode_xml('<x:b xmlns:x="urn:x"/>').unwrap() == {"x:b": {"@xmlns:x": "urn:x"}}
    assert known.decode_xml('<x:b xmlns:x="urn:x">1</x:b>').unwrap() == {
        "x:b": {"@xmlns:x": "urn:x", "#text": "1"}
    }


def test_a_fault_has_children_without_a_namespace() -> None:
    fault = soap.Envelope.decode_xml(SOAP).unwrap().body.fault
    assert fault is not None
    assert (fault.code, fault.reason) == ("s:Server", "no")


def test_a_dependency_shares_the_names_of_its_coordinates() -> None:
    found = pom.Project.decode_xml(POM).unwrap()
    assert found.coordinates.artifact == "tides"
    assert found.properties == {"java.version": "21"}
    assert found.dependencies[0].exclusions[0].artifact == "y"


def test_numbers_keep_every_digit() -> None:
    item = dynamodb.item.decode_json(ITEM).unwrap()
    assert item["price"] == Decimal("12345678901234567.89")
    state = terraform.state.decode_json(STATE).unwrap()
    assert state.serial == 10669755453527594976


def test_versions_are_told_apart_by_number() -> None:
    tree, both, flat = (package_lock.lock.decode_json(text).unwrap() for text in (TREE, BOTH, FLAT))
    assert [type(each).__name__ for each in (tree, both, flat)] == ["Tree", "Both", "Flat"]
    assert (
        str(package_lock.lock.decode_json(BOTH.replace(": 2", ": 4")).failure())
        == "$.lockfileVersion: expected 1 or 2 or 3"
    )


def test_features_have_positions_of_two_numbers_and_more() -> None:
    assert isinstance(geojson.geojson.decode_json(FEATURES).unwrap(), geojson.FeatureCollection)
    short = geojson.geojson.decode_json(b'{"type": "Point", "coordinates": [1]}')
    assert str(short.failure()) == "$.coordinates: expected at least 2 items, got 1"


def test_the_command_names_the_files_that_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good.xml", tmp_path / "bad.xml"
    good.write_text(SOAP, encoding="utf-8")
    bad.write_text("<html/>", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["formats", "soap", str(good), str(bad)])
    assert main() == 1
    printed = capsys.readouterr().out
    assert str(bad) in printed
    assert "expected the element Envelope, got html" in printed
    assert printed.endswith("1 of 2 files read and written back\n")
