"""The example on the page of every operation runs, and shows what it says it does."""

from __future__ import annotations

import re
from enum import Enum
from types import UnionType
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import aws
from ecr_decode.aws import HttpRequest, Operation, Waiter
from ecr_decode.node import kinds as n
from tools.pages.example import example
from tools.pages.operation import CATALOGUES, operations, page, pages
from tools.pages.sample import sample
from tools.pages.words import WORDS, words

EVERY = [(module, operation) for module in CATALOGUES for operation in operations(module)]
every_operation = pytest.mark.parametrize(
    ("module", "operation"), EVERY, ids=[f"{module}.{operation.name}" for module, operation in EVERY]
)


@every_operation
def test_the_code_on_the_page_runs(
    module: str, operation: Operation[Any, Any, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", page(module, operation), re.DOTALL)
    code, printed = (next(text for kind, text in blocks if kind == wanted) for wanted in ("python", "text"))
    names: dict[str, Any] = {}
    exec(compile(code, f"<the page of {operation.name}>", "exec"), names)
    assert capsys.readouterr().out == printed
    assert printed.startswith(f"{operation.target}\n")
    assert names["request"] == example(operation).request
    assert names["response"] == example(operation).response
    assert operation.decode_request(HttpRequest(body=names["sent"].body)) == Success(names["request"])


@every_operation
def test_what_the_example_shows_keeps_the_constraints_of_the_model(
    module: str, operation: Operation[Any, Any, Any]
) -> None:
    shown = example(operation)
    assert operation.request.check(shown.request) == Success(shown.request)
    assert operation.response.check(shown.response) == Success(shown.response)


@every_operation
def test_the_page_names_everything(module: str, operation: Operation[Any, Any, Any]) -> None:
    text = page(module, operation)
    for codec in (operation.request, operation.response, *operation.errors.values()):
        assert isinstance(codec.node, n.Record)
        for member in codec.node.members:
            assert f"`{member.name}`" in text
    for code in (*operation.errors, "UnknownError"):
        assert f"| `{code}` |" in text
    assert ("## Pages" in text) is (operation.pages is not None)
    assert text.count("```json") == 2


@every_operation
def test_the_page_says_what_the_operation_does(module: str, operation: Operation[Any, Any, Any]) -> None:
    said, _, place = words(module, operation.name).partition(" [")
    assert f"# {operation.name}\n\n{said} [{place}\n" in page(module, operation)
    assert place.endswith(f"API_{operation.name}.html).")
    assert said.endswith(".")
    assert all(3 <= len(sentence.split()) <= 20 for sentence in said.split(". "))


@pytest.mark.parametrize("module", CATALOGUES)
def test_each_record_and_operation_is_declared_once_and_each_link_leads_to_one(module: str) -> None:
    text = "".join(made for name, made in pages() if name.startswith(f"{module}/"))
    declared = re.findall(rf"^```{{py:\w+}} ecr_decode\.{module}\.(\w+)$", text, re.MULTILINE)
    assert len(declared) == len({*declared})
    known = {
        name
        for name in CATALOGUES[module][1].__all__
        if isinstance(each := getattr(CATALOGUES[module][1], name), Operation | Waiter | UnionType)
        or (isinstance(each, type) and issubclass(each, aws.Shape | Enum) and each is not aws.UnknownError)
    }
    assert {*declared} == known
    assert {*re.findall(rf"<ecr_decode\.{module}\.(\w+)>", text)} <= {*declared}


def test_words_are_of_operations() -> None:
    for module in CATALOGUES:
        names = {operation.name for operation in operations(module)}
        assert WORDS[module].keys() <= names
        assert WORDS["shared"].keys() <= names


def test_every_operation_has_a_page_and_a_place_in_an_index() -> None:
    made = dict(pages())
    assert len(made) == 62 + 23 + 3 + 2
    for module in CATALOGUES:
        listed = re.findall(r"^(\w+)$", made[f"{module}/index.md"], re.MULTILINE)
        assert sorted(listed) == [operation.name for operation in operations(module)]


@pytest.mark.parametrize(
    ("pattern", "least"),
    [
        ("[0-9]{12}", 12),
        ("a|b", 1),
        (r"^\S+$", 3),
        ("[^a]b+?", 4),
        (r"(?:[.]\d\w){2}(?=$)", 6),
        ("[x-z]*[_]", 9),
    ],
)
def test_a_sample_of_a_text_is_as_its_pattern_and_its_length_say(pattern: str, least: int) -> None:
    node = n.Refine(n.String(), n.Constraint(pattern=pattern, min_length=least), on_read=False)
    text = sample(node)
    assert re.fullmatch(pattern, text)
    assert len(text) >= least
