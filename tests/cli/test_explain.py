"""`ecr-decode explain`: trees of documents in a terminal, and the text of the page for a browser."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import array, dict_of, documents, ecr, integer, json_text
from ecr_decode.cli.document import Document
from ecr_decode.cli.inputs import Found
from ecr_decode.cli.outline import MOST_CHILDREN, MOST_NODES, Node, explained
from ecr_decode.cli.page import page
from ecr_decode.cli.reading import Reading
from ecr_decode.codec import Codec
from tests.cli.running import Ended, Run, command

__all__ = ["command"]  # a fixture

REPLY = {"imageDetails": [{"imageDigest": 5, "imageTags": ["hunter2", 7]}, {}], "nextToken": "hunter2"}
NESTED = {"eventSource": "ecr.amazonaws.com", "eventName": "ListImages", "eventTime": "2018-07-11T22:17:44Z"}


def read(codec: Codec[Any], body: bytes, name: str = "a.json") -> Found:
    return Found(Document(name, body), Reading("test", codec), codec.decode_json(body), False)


def test_problems_are_at_their_places(command: Run) -> None:
    assert command("explain", "DescribeImages", stdin=json.dumps(REPLY).encode()) == Ended(
        1,
        """\
-: a reply of DescribeImages, 2 problems
  $: object of 2 members
    imageDetails: array of 2 items
      [0]: object of 2 members
        imageDigest: integer
          ! expected a string, got an integer
        imageTags: array of 2 items
          [1]: integer
            ! expected a string, got an integer
""",
        "",
    )


def test_values_are_shown_only_when_asked_for(command: Run) -> None:
    body = json.dumps({"imageDetails": [{"imageDigest": 12345}], "nextToken": "hunter2"}).encode()
    for arguments in ([], ["--html"]):
        hidden = command("explain", *arguments, stdin=body).out
        shown = command("explain", "--show-values", *arguments, stdin=body).out
        assert "12345" not in hidden
        assert "hunter2" not in hidden
        assert "12345" in shown


def test_a_document_without_problems_is_said_to_have_none(command: Run) -> None:
    said = '-: a document "cloudtrail", no problems\n'
    assert command("explain", stdin=json.dumps(NESTED).encode()) == Ended(0, said, "")


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('{"__type": "ServerException", "message": "later"}', "! ServerException: later"),
        ('{"colour": 1}', '! cannot tell what this is: the member "colour"'),
        ('{"a":', "! line 1, column 6: expected a value, got the end of the text"),
        ("", "! expected a document, got an empty input"),
    ],
)
def test_what_is_wrong_with_all_of_it_is_at_the_top(command: Run, body: str, said: str) -> None:
    status, out, _ = command("explain", stdin=body.encode())
    assert status == 1
    assert out.startswith("-: a document of unknown kind, 1 problem\n  $")
    assert said in out


def test_the_rules_for_those_who_write_a_policy_are_checked(command: Run) -> None:
    rule = {
        "rulePriority": 1,
        "selection": {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": -5},
        "action": {"type": "expire"},
    }
    body = json.dumps({"rules": [rule]}).encode()
    assert command("decode", stdin=body).status == 0
    status, out, _ = command("explain", stdin=body)
    assert status == 1
    assert "countNumber: integer\n            ! expected a number of at least 1\n" in out


def test_of_xml_the_places_of_problems_are_shown(command: Run) -> None:
    images = b"<imageIds><member><imageTag><b/></imageTag></member></imageIds>"
    body = b"<ListImagesResponse>" + images + b"</ListImagesResponse>"
    said = """\
-: a reply of ListImages, 1 problem
  $
    imageIds
      [0]
        imageTag
          ! expected a string, got an element
"""
    assert command("explain", stdin=body) == Ended(1, said, "")


def test_max_errors_ends_early(command: Run) -> None:
    status, out, err = command("explain", "ListImages", "--max-errors", "1", stdin=b'{"nextToken":1}\n' * 3)
    assert (status, err) == (1, "stopped after 1 document with errors\n")
    assert out.count("-:1: a reply of ListImages, 1 problem\n") == out.count(" problem\n") == 1


def test_a_page_is_not_printed_on_a_terminal(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    status, out, err = command("explain", "--html", stdin=b"{}")
    assert (status, out) == (2, "")
    assert "ecr-decode explain --html FILE > page.html" in err


# the tree


def names(node: Node) -> list[str]:
    return [child.name for child in node.children]


def test_a_text_that_holds_json_is_opened_where_it_has_problems() -> None:
    tree = explained(read(array(json_text(array(integer))), b'["[1]", "[\\"a\\"]"]'), False).tree
    one, two = tree.children
    assert (one.children, names(two), names(two.children[0])) == ([], ["(the JSON in this text)"], ["[0]"])
    assert two.children[0].children[0].marks[0].says == "expected an integer, got a string"


def test_what_is_missing_is_in_the_tree() -> None:
    body = b'{"eventSource": "ecr.amazonaws.com", "eventName": "ListImages"}'
    tree = explained(read(documents.cloudtrail, body), False).tree
    last = [(child.name, child.absent) for child in tree.children[-2:]]
    assert last == [("eventName", False), ("eventTime", True)]


@pytest.mark.parametrize(
    ("codec", "body", "shown"),
    [
        (ecr.GetDownloadUrlForLayerResponse.codec, {"downloadUrl": "7391828", "layerDigest": "sha256:00"}, 1),
        (documents.authorization_tokens, {"authorizationData": [{"authorizationToken": "7391828"}]}, 0),
        (array(integer), ["7391828"], 1),
    ],
)
def test_values_are_shown_if_asked_for_but_no_secret(codec: Any, body: Any, shown: int) -> None:
    drawn = str(explained(read(codec, json.dumps(body).encode()), True).tree)
    assert (drawn.count("<secret>"), drawn.count("7391828")) == ((1, 0) if isinstance(body, dict) else (0, 1))
    assert drawn.count("sha256:00") + drawn.count("7391828") == shown


def test_a_long_list_is_cut_and_keeps_its_problems() -> None:
    many = b"[" + b"1," * 5000 + b'"x",' + b"1," * 5000 + b"1]"
    tree = explained(read(array(integer), many), False).tree
    assert len(tree.children) == MOST_CHILDREN + 1
    assert (tree.children[-1].name, tree.left_out, tree.problems) == ("[5000]", 10_002 - MOST_CHILDREN - 1, 1)


def test_a_large_document_is_cut() -> None:
    body = orjson.dumps([[[1] * 90] * 90] * 90)
    tree = explained(read(array(array(array(integer))), body), False).tree

    def size(node: Node) -> int:
        return 1 + sum(map(size, node.children))

    assert MOST_NODES <= size(tree) <= MOST_NODES + 1
    assert tree.left_out > 0


def test_a_deep_document_keeps_its_problems() -> None:
    codec: Codec[Any] = integer
    for _ in range(150):
        codec = array(codec)
    tree = explained(read(codec, b"[" * 150 + b'"x"' + b"]" * 150), False).tree
    assert tree.problems == 1


# the page

ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "button", "b", "dl", "div",
    "dt", "dd", "kbd", "nav", "ol", "ul", "li", "a", "bdi", "main", "section", "span", "details", "summary",
    "br", "script",
}  # fmt: skip
HOSTILE = [
    "<script>window.hurt = true</script>",
    "</title><script>window.hurt = true</script>",
    "</style><script>window.hurt = true</script>",
    "<img src=x onerror='window.hurt = true'>",
    "\" onclick=\"window.hurt = true\" x=\"",
    "' autofocus onfocus='window.hurt = true",
    "<!--", "-->", "]]>", "&lt;script&gt;", "{{script}}", "{{title}}", "\u202egnp.exe", "\x1b[31m",
]  # fmt: skip


class Seen(HTMLParser):
    """The elements, attributes and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str]] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {(tag, name) for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment")


BENIGN = Seen(page([explained(read(dict_of(integer), b'{"a": "x", "b": {"c": [1]}}', "name"), True)]))


@given(names=st.lists(st.text() | st.sampled_from(HOSTILE), min_size=3, max_size=3))
def test_nothing_of_a_document_becomes_markup(names: list[str]) -> None:
    source, name, value = names
    body = json.dumps({name: value, f"{name} ": {"c": [1]}}).encode()
    seen = Seen(page([explained(read(dict_of(integer), body, source), True)]))
    assert seen.tags == BENIGN.tags
    assert seen.attributes == BENIGN.attributes


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_text(text: str) -> None:
    body = json.dumps({text: text}).encode()
    seen = Seen(page([explained(read(dict_of(integer), body), True)]))
    assert {*seen.tags} <= ALLOWED
    assert seen.tags.count("script") == seen.tags.count("style") == 1
    if text.isprintable():
        assert text in seen.text
    else:
        assert text not in seen.text


def test_the_page_stands_alone(command: Run) -> None:
    text = command("explain", "--html", stdin=json.dumps(REPLY).encode()).out
    assert "http" not in text.replace("http-equiv", "")
    assert "src=" not in text
    assert "{{" not in text


def test_documents_that_do_not_fit_on_the_page_are_counted(command: Run) -> None:
    text = command("explain", "--html", "ListImages", stdin=b'{"imageIds":[]}\n' * 203).out
    assert "No problems in 0 of 200 documents; 3 more documents not on this page" in text
