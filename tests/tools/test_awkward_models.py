"""What is awkward in a model is written rightly, or said to be left out; nothing is wrong in silence."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from returns.result import Failure, Success

from tools.catalogue import model as model_module
from tools.catalogue.__main__ import unsaid, write
from tools.catalogue.description import Description
from tools.catalogue.model import Model
from tools.catalogue.services import Service

SHAPES: dict[str, Any] = {
    "ImportRequest": {
        "type": "structure",
        "required": ["from", "field"],
        "members": {
            "from": {"shape": "String"},
            "field": {"shape": "string"},
            "string": {"shape": "__string"},
            "str": {"shape": "String"},
            "int": {"shape": "Integer"},
            "timestamp": {"shape": "Times"},
            "datetime": {"shape": "Time"},
            "scalar": {"shape": "Integer"},
            "tuple": {"shape": "Texts"},
            "fooBar": {"shape": "String"},
            "FooBar": {"shape": "String"},
            "codec": {"shape": "Operation"},
            "to_json": {"shape": "String"},
            "kind": {"shape": "Kind"},
            "document": {"shape": "Document"},
            "secrets": {"shape": "Secrets"},
        },
    },
    "Operation": {
        "type": "structure",
        "members": {"children": {"shape": "Operations"}, "named": {"shape": "Named"}},
    },
    "Operations": {"type": "list", "member": {"shape": "Operation"}},
    "Named": {"type": "map", "key": {"shape": "Kind"}, "value": {"shape": "Operation"}},
    "Document": {"type": "structure", "members": {}, "document": True},
    "Kind": {"type": "string", "enum": ["", "*", "1st", "a-b", "a_b", "aB", "mro", "None"]},
    "String": {"type": "string"},
    "string": {"type": "string", "max": 3},
    "__string": {"type": "string", "pattern": "(a+)+"},
    "Integer": {"type": "integer", "min": 1},
    "Time": {"type": "timestamp"},
    "Times": {"type": "list", "member": {"shape": "Time"}, "min": 1},
    "Texts": {"type": "list", "member": {"shape": "String"}},
    "Secrets": {"type": "list", "member": {"shape": "Secret"}},
    "Secret": {"type": "string", "sensitive": True},
    "TimeoutError": {
        "type": "structure",
        "exception": True,
        "members": {"cause": {"shape": "Operation"}, "errorCode": {"shape": "String"}},
    },
    "ImportError": {"type": "structure", "exception": True, "members": {}},
    "Choice": {"type": "structure", "union": True, "members": {"a": {"shape": "String"}}},
    "Java": {"type": "string", "pattern": "\\p{L}+"},
    "Iso": {"type": "timestamp", "timestampFormat": "iso8601"},
    "Asked": {"type": "structure", "members": {"when": {"shape": "Iso"}}},
    "Answered": {
        "type": "structure",
        "members": {"when": {"shape": "Iso"}, "choice": {"shape": "Choice"}, "java": {"shape": "Java"}},
    },
    "Stream": {"type": "structure", "eventstream": True, "members": {}},
    "Streaming": {"type": "structure", "members": {"events": {"shape": "Stream"}}},
    "Attributes": {
        "type": "map",
        "key": {"shape": "String", "locationName": "Name"},
        "value": {"shape": "String"},
    },
    "Mapped": {"type": "structure", "members": {"attributes": {"shape": "Attributes"}}},
    "Named lists": {"type": "list", "member": {"shape": "Named items"}},
    "Named items": {"type": "list", "member": {"shape": "String", "locationName": "Item"}},
    "Nested": {"type": "structure", "members": {"lists": {"shape": "Named lists"}}},
    "Attributed": {"type": "structure", "members": {"id": {"shape": "String", "xmlAttribute": True}}},
}


def operation(path: str = "/", **shapes: Any) -> dict[str, Any]:
    return {"http": {"method": "POST", "requestUri": path}, **shapes}


JSON = {
    "metadata": {"protocol": "json", "apiVersion": "1", "targetPrefix": "T", "jsonVersion": "1.0"},
    "operations": {
        "Import": operation(
            input={"shape": "ImportRequest"}, errors=[{"shape": "TimeoutError"}, {"shape": "ImportError"}]
        ),
        "Type": operation(output={"shape": "Answered"}),
        "AskIso": operation(input={"shape": "Asked"}),
        "Stream": operation(output={"shape": "Streaming"}),
        "Elsewhere": operation("/elsewhere"),
    },
    "shapes": SHAPES,
}
QUERY = {
    "metadata": {"protocol": "query", "apiVersion": "1"},
    "operations": {
        "Wrapped": operation(output={"shape": "Answered", "resultWrapper": "Parcel"}),
        "Map": operation(input={"shape": "Mapped"}),
        "Nest": operation(input={"shape": "Nested"}),
        "Attribute": operation(output={"shape": "Attributed"}),
        "Plain": operation(output={"shape": "Answered", "resultWrapper": "PlainResult"}),
    },
    "shapes": SHAPES,
}


@pytest.fixture
def modelled(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes the model of a description that is none of botocore's."""

    def make(tree: dict[str, Any]) -> Model:
        found = Description.of_json(tree).unwrap()
        monkeypatch.setattr(model_module, "description", {"awkward": found}.__getitem__)
        return Model(Service("awkward", "Awkward"))

    return make


@pytest.fixture
def awkward(modelled: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The catalogue of the JSON description."""
    service = modelled(JSON).service
    write(service, tmp_path / "awkward", "awkward")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    yield importlib.import_module("awkward")
    for name in [name for name in sys.modules if name.split(".")[0] == "awkward"]:
        del sys.modules[name]


def test_names_that_are_taken_get_an_underscore(awkward: Any) -> None:
    assert awkward.__all__ == sorted(awkward.__all__)
    assert repr(awkward.import_) == "Import"
    assert repr(awkward.type_) == "Type"
    error = awkward.import_.decode(
        status=400, body=b'{"__type": "TimeoutError", "cause": {}, "errorCode": "5"}'
    )
    assert error == Failure(awkward.TimeoutError_(cause=awkward.Operation_(), error_code_="5"))
    assert awkward.import_.decode(status=400, body=b'{"__type": "ImportError"}') == Failure(
        awkward.ImportError_()
    )


def test_members_that_hide_what_a_record_is_made_of_are_written_and_read(awkward: Any) -> None:
    body: dict[str, Any] = {
        "from": "a",
        "field": "abcd",
        "string": "b",
        "str": "c",
        "int": 0,
        "timestamp": [0],
        "datetime": 0,
        "scalar": 2,
        "tuple": ["d"],
        "fooBar": "e",
        "FooBar": "f",
        "to_json": "g",
        "codec": {"children": [{"children": [], "named": {"a-b": {}}}]},
        "kind": "1st",
        "document": {"any": [1, None]},
        "secrets": ["hidden"],
    }
    request = awkward.ImportRequest.of_json(body).unwrap()
    assert request.codec.children[0].named == {"a-b": awkward.Operation_()}
    assert (request.from_, request.foo_bar, request.foo_bar_) == ("a", "e", "f")
    assert awkward.import_.request.to_json(request) == Success(body)
    assert "hidden" not in repr(request)
    problems = awkward.import_.request.check(request).failure().problems
    assert [problem.path for problem in problems] == [("field",), ("int",)]


def test_values_of_an_enumeration_get_names_that_python_takes(awkward: Any) -> None:
    assert [(each.name, each.value) for each in awkward.Kind] == [
        *(("EMPTY", ""), ("SIGN", "*"), ("_1ST", "1st"), ("A_B", "a-b"), ("A_B_V2", "a_b"), ("A_B_V3", "aB")),
        *(("MRO", "mro"), ("NONE", "None")),
    ]


def test_an_operation_without_shapes_asks_and_answers_nothing(awkward: Any) -> None:
    assert awkward.type_.encode(awkward.TypeRequest()).unwrap().body == b"{}"
    assert awkward.import_.decode(status=200, body=b"{}") == Success(awkward.ImportResponse())


def test_what_a_catalogue_lacks_is_said_in_it(awkward: Any) -> None:
    assert " ".join(awkward.__doc__.split()) == (
        "Awkward: its operations, records, errors and enumerations. "
        "AskIso is left out: Asked.when is asked for in ISO 8601. "
        "Elsewhere is left out: its requests go to a path of their own, /elsewhere. "
        "Stream is left out: it streams events."
    )
    assert not hasattr(awkward, "ask_iso")


def test_the_generator_says_what_json_loses(modelled: Any) -> None:
    assert unsaid(modelled(JSON))[3:] == [
        "Answered.when: a moment in ISO 8601 is read, and written as epoch seconds.",
        "Choice: a union is a record whose members are all optional.",
        "Java: its pattern is none of Python's, and is not checked.",
        "__string: its pattern is not proved to be matched in linear time, and is not checked.",
    ]


def test_the_generator_leaves_out_what_query_cannot_express(modelled: Any) -> None:
    assert modelled(QUERY).left_out == {
        "Attribute": "Attributed has members that are attributes",
        "Map": "the entries of Attributes are spelled Name and value",
        "Nest": "Named lists holds lists whose items have a name of their own",
        "Wrapped": "its result is called Parcel",
    }


@pytest.mark.parametrize("name", ["ec2", "s3", "lambda"])
def test_other_protocols_are_refused(name: str) -> None:
    with pytest.raises(
        SystemExit, match=f"{name}: it speaks .*; a catalogue can be written of json or query"
    ):
        Model(Service(name, name))


def test_a_service_that_botocore_lacks_is_refused() -> None:
    with pytest.raises(SystemExit, match="nothing: botocore knows no such service"):
        Model(Service("nothing", "Nothing"))


def test_a_model_of_another_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from tools.catalogue import description

    tree = {"metadata": JSON["metadata"], "operations": {}, "shapes": {"Big": {"type": "bigInteger"}}}

    def loaded(service: str, kind: str) -> object:
        return tree

    monkeypatch.setattr(description, "_loaded", loaded)
    with pytest.raises(SystemExit, match=r"its model is not what this generator knows\n\$.shapes.Big.type"):
        description.description("awkward")
