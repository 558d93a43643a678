"""What is awkward in a model is written rightly, or said to be left out; nothing is wrong in silence."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from returns.result import Failure, Success

from ecr_decode import aws
from tools.catalogue.__main__ import write
from tools.catalogue.lost import unsaid
from tools.catalogue.model import Model
from tools.catalogue.services import Service

SHAPES: dict[str, Any] = {
    "ImportRequest": {
        "type": "structure",
        "required": ["from", "field", "clientToken"],
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
            "clientToken": {"shape": "String", "idempotencyToken": True},
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
    "String": {"type": "character"},
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
    "Choice": {
        "type": "structure",
        "union": True,
        "members": {
            "a": {"shape": "String"},
            "choice": {"shape": "Choice"},
            "all": {"shape": "Choices"},
            "secret": {"shape": "Secret"},
        },
    },
    "Choices": {"type": "list", "member": {"shape": "Choice"}},
    "ChoiceA": {"type": "structure", "required": ["choice"], "members": {"choice": {"shape": "Choice"}}},
    "Pair": {
        "type": "structure",
        "members": {"times": {"shape": "Which"}, "which": {"shape": "Which"}, "other": {"shape": "Which"}},
    },
    "Which": {"type": "structure", "union": True, "members": {"this": {"shape": "String"}}},
    "Spelled": {
        "type": "structure",
        "members": {
            "iso": {"shape": "Iso"},
            "http": {"shape": "Time", "timestampFormat": "rfc822"},
            "epoch": {"shape": "Time", "timestampFormat": "unixTimestamp"},
            "strange": {"shape": "Time", "timestampFormat": "sundial"},
        },
    },
    "Odd": {
        "type": "structure",
        "required": ["inner"],
        "members": {
            "inner": {"shape": "OddInner"},
            "text": {"shape": "String", "jsonvalue": True},
            "header": {"shape": "String", "location": "header"},
        },
    },
    "OddInner": {
        "type": "structure",
        "required": ["a"],
        "shining": True,
        "members": {"a": {"shape": "String", "idempotencyToken": True}, "b": {"shape": "String"}},
    },
    "Java": {"type": "string", "pattern": "\\p{L}+"},
    "Iso": {"type": "timestamp", "timestampFormat": "iso8601"},
    "Answered": {
        "type": "structure",
        "members": {
            "held": {"shape": "ChoiceA"},
            "choices": {"shape": "Choices"},
            "pair": {"shape": "Pair"},
            "java": {"shape": "Java"},
        },
    },
    "Stream": {"type": "structure", "eventstream": True, "members": {}},
    "Streaming": {"type": "structure", "members": {"events": {"shape": "Stream"}}},
    "Attributes": {
        "type": "map",
        "key": {"shape": "String", "locationName": "Name"},
        "value": {"shape": "String"},
    },
    "Flat attributes": {
        "type": "map",
        "flattened": True,
        "key": {"shape": "String", "locationName": "Name"},
        "value": {"shape": "String", "locationName": "Value"},
    },
    "Mapped": {
        "type": "structure",
        "members": {"attributes": {"shape": "Attributes"}, "flat": {"shape": "Flat attributes"}},
    },
    "Maps": {"type": "list", "member": {"shape": "Attributes"}},
    "Nested maps": {"type": "structure", "members": {"maps": {"shape": "Maps"}}},
    "Named lists": {"type": "list", "member": {"shape": "Named items"}},
    "Named items": {"type": "list", "member": {"shape": "String", "locationName": "Item"}},
    "Nested": {"type": "structure", "members": {"lists": {"shape": "Named lists"}}},
    "Attributed": {"type": "structure", "members": {"id": {"shape": "String", "xmlAttribute": True}}},
}


def operation(path: str = "/", **shapes: Any) -> dict[str, Any]:
    return {"http": {"method": "POST", "requestUri": path}, **shapes}


JSON: dict[str, Any] = {
    "metadata": {"protocol": "json", "apiVersion": "1", "targetPrefix": "T", "jsonVersion": "1.0"},
    "operations": {
        "Import": operation(
            input={"shape": "ImportRequest"}, errors=[{"shape": "TimeoutError"}, {"shape": "ImportError"}]
        ),
        "Type": operation(output={"shape": "Answered"}),
        "Times": operation(input={"shape": "Spelled"}, output={"shape": "Spelled"}),
        "Odd": operation(
            input={"shape": "Odd"},
            output={"shape": "Odd"},
            endpoint={"hostPrefix": "odd."},
            requestcompression={"encodings": ["gzip"]},
            glitter=True,
        ),
        "Stream": operation(output={"shape": "Streaming"}),
        "Elsewhere": operation("/elsewhere?a=b"),
    },
    "shapes": SHAPES,
}
QUERY = {
    "metadata": {"protocol": "query", "apiVersion": "1"},
    "operations": {
        "Wrapped": operation(output={"shape": "Answered", "resultWrapper": "Parcel"}),
        "Map": operation(input={"shape": "Mapped"}, output={"shape": "Mapped"}),
        "NestMaps": operation(input={"shape": "Nested maps"}),
        "Nest": operation(input={"shape": "Nested"}),
        "Attribute": operation(output={"shape": "Attributed"}),
        "Plain": operation(output={"shape": "Answered", "resultWrapper": "PlainResult"}),
    },
    "shapes": SHAPES,
}


@pytest.fixture
def modelled(tmp_path: Path) -> Any:
    """Makes the model of a description in a file."""

    def make(tree: dict[str, Any]) -> Model:
        path = tmp_path / "service-2.json"
        path.write_text(json.dumps(tree))
        return Model(Service("awkward", "Awkward", file=path))

    return make


@pytest.fixture
def imported(modelled: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports the catalogue of a description."""
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])

    def make(tree: dict[str, Any]) -> Any:
        write(modelled(tree).service, tmp_path / "awkward", "awkward")
        importlib.invalidate_caches()
        return importlib.import_module("awkward")

    yield make
    for name in [name for name in sys.modules if name.split(".")[0] == "awkward"]:
        del sys.modules[name]


@pytest.fixture
def awkward(imported: Any) -> Any:
    """The catalogue of the JSON description."""
    return imported(JSON)


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


def test_a_union_is_read_by_its_key_however_it_is_named_and_whatever_holds_it(awkward: Any) -> None:
    body: Any = {
        "held": {"choice": {"all": [{"a": "b"}, {"choice": {"secret": "hidden"}}]}},
        "choices": [{"new": {"any": 1}}],
        "pair": {"which": {"this": "x"}, "times": {"this": "y"}, "other": {"this": "z"}},
    }
    read = awkward.type_.response.of_json(body).unwrap()
    first, second = read.held.choice.all
    assert (first, second.choice.secret) == (awkward.ChoiceA_(a="b"), "hidden")
    assert read.choices == (awkward.UnknownVariant(name="new", value={"any": 1}),)
    assert (read.pair.which, read.pair.other) == (awkward.WhichThis(this="x"), awkward.WhichThis(this="z"))
    assert read.to_json() == Success(body)
    assert "hidden" not in repr(read)
    assert "hidden" not in repr(second)
    two = awkward.type_.response.of_json({"choices": [{"a": "b", "secret": "c"}]}).failure()
    assert str(two) == '$.choices[0]: expected one of "a" and "secret", got both'


def test_moments_are_written_in_the_format_of_the_model(awkward: Any) -> None:
    when = datetime(2024, 2, 29, 12, tzinfo=UTC)
    request = awkward.Spelled(iso=when, http=when, epoch=when, strange=when)
    body = awkward.times.encode(request).unwrap().body
    assert json.loads(body) == {
        "iso": "2024-02-29T12:00:00Z",
        "http": "Thu, 29 Feb 2024 12:00:00 GMT",
        "epoch": 1709208000,
        "strange": 1709208000,
    }
    assert awkward.times.response.decode_json(body) == Success(request)


def test_a_token_is_filled_in_where_a_request_is_made_and_not_where_it_is_written(awkward: Any) -> None:
    request = awkward.ImportRequest.make(from_="a", field="abc").unwrap()
    first, second = (json.loads(awkward.import_.encode(request).unwrap().body) for _ in range(2))
    assert UUID(first["clientToken"]) != UUID(second["clientToken"])
    given = awkward.import_.encode(request, token=lambda: "t1").unwrap().body
    assert given == b'{"from":"a","field":"abc","clientToken":"t1"}'
    assert request.to_json() == Success({"from": "a", "field": "abc"})
    kept = aws.with_tokens(awkward.import_, request, token=lambda: "t2")
    assert awkward.import_.encode(kept, token=lambda: "t3").unwrap().body == given.replace(b"t1", b"t2")


def test_every_error_has_a_message_and_a_code(awkward: Any) -> None:
    body = b'{"__type": "ImportError", "Message": "no"}'
    error = awkward.import_.decode(status=400, body=body).failure()
    assert (error, error.code) == (awkward.ImportError_(message="no"), "ImportError")


def test_what_replies_hold_may_lack_what_the_model_requires(awkward: Any) -> None:
    assert awkward.odd.decode(status=200, body=b'{"inner": {}}').unwrap().inner == awkward.OddInner()
    assert awkward.ImportRequest.of_json({"from": "a"}).failure().problems[0].path == ("field",)


def test_what_a_catalogue_lacks_is_said_in_it(awkward: Any) -> None:
    assert " ".join(awkward.__doc__.split()) == (
        "Awkward: its operations, records, errors and enumerations. Stream is left out: it streams events."
    )
    assert not hasattr(awkward, "stream")


def test_the_generator_says_what_json_loses(modelled: Any) -> None:
    assert unsaid(modelled(JSON))[1:] == [
        "2 members that the model requires are optional: they are in replies, too.",
        "Elsewhere: its requests go to /, as botocore sends them, and not to /elsewhere?a=b.",
        "Odd: its host begins with odd., which its requests do not say.",
        "Odd: its requests may be compressed, and are not.",
        "Odd: glitter, which the model says, has no meaning in a catalogue.",
        "Java: its pattern is none of Python's, and is not checked.",
        "Odd.text: a text that holds JSON is read as a text.",
        "Odd.header: location, which the model says, has no meaning in a catalogue.",
        "OddInner: shining, which the model says, has no meaning in a catalogue.",
        "OddInner.a: an idempotency token below the top of a request is not filled in.",
        "Spelled.strange: moments are written as the protocol does, not as sundial.",
        "__string: its pattern is not proved to be matched in linear time, and is not checked.",
    ]


def test_the_generator_leaves_out_what_query_cannot_express(modelled: Any) -> None:
    assert modelled(QUERY).left_out == {
        "Attribute": "Attributed has members that are attributes",
        "Nest": "Named lists holds lists whose items have a name of their own",
        "NestMaps": "Maps holds maps whose entries have names of their own",
        "Wrapped": "its result is called Parcel",
    }


def test_the_parts_of_a_map_are_called_as_the_model_says(imported: Any) -> None:
    awkward = imported(QUERY)
    members = awkward.Mapped(attributes={"a": "b"}, flat={"c": "d"})
    form = awkward.map_.encode(members).unwrap().body.decode()
    assert form.removeprefix("Action=Map&Version=1&").split("&") == [
        *("attributes.entry.1.Name=a", "attributes.entry.1.value=b", "flat.1.Name=c", "flat.1.Value=d"),
    ]
    body = """<MapResponse><MapResult>
        <attributes><entry><Name>a</Name><value>b</value></entry></attributes>
        <flat><Name>c</Name><Value>d</Value></flat>
    </MapResult></MapResponse>"""
    assert awkward.map_.decode(status=200, body=body) == Success(members)


@pytest.mark.parametrize("name", ["ec2", "s3", "lambda"])
def test_other_protocols_are_refused(name: str) -> None:
    with pytest.raises(
        SystemExit, match=f"{name}: it speaks .*; a catalogue can be written of json or query"
    ):
        Model(Service(name, name))


def test_a_service_that_botocore_lacks_is_refused() -> None:
    with pytest.raises(SystemExit, match="nothing: botocore knows no such service"):
        Model(Service("nothing", "Nothing"))


def test_a_model_of_another_kind_is_refused(modelled: Any) -> None:
    tree = {"metadata": JSON["metadata"], "operations": {}, "shapes": {"Big": {"type": "bigInteger"}}}
    with pytest.raises(SystemExit, match=r"its model is not what this generator knows\n\$.shapes.Big.type"):
        modelled(tree)


def test_a_model_that_lacks_a_shape_is_refused(modelled: Any) -> None:
    tree = {**JSON, "operations": {"Ask": operation(input={"shape": "Lost"})}}
    with pytest.raises(SystemExit, match="Lost: the model names this shape and does not describe it"):
        modelled(tree)


def test_a_model_of_which_nothing_is_left_is_refused(modelled: Any) -> None:
    tree = {**JSON, "operations": {"Stream": JSON["operations"]["Stream"]}}
    with pytest.raises(SystemExit, match="no operation is left to write\nStream is left out: it streams"):
        modelled(tree)


def test_a_file_that_is_not_there_or_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "service-2.json"
    with pytest.raises(SystemExit, match=r"service-2\.json: cannot be read: No such file"):
        Model(Service("awkward", "Awkward", file=path))
    path.write_text("{")
    with pytest.raises(SystemExit, match="its model is not what this generator knows\nline 1, column 2"):
        Model(Service("awkward", "Awkward", file=path))
