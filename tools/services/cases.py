"""`python -m tools.services.cases FOLDER`: hold generated catalogues against the protocol cases of Smithy.

The folder is `tests/unit/protocols` of botocore's repository, which has the cases in the form of its models.
Cases of the json and query protocols are run. The exit status says whether one fails that is not expected to.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import math
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from datetime import datetime
from importlib import import_module, invalidate_caches
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast
from urllib.parse import parse_qsl

from botocore.model import ServiceModel

from ecr_decode import aws, outcome
from ecr_decode.guard import is_array, is_dict
from tools.catalogue.__main__ import write
from tools.catalogue.services import Service

from .forms import as_botocore, spelled

FILES = ("json", "json_1_0", "json_1_0-query-compatible", "query")
EXPECTED = {
    "SDKAppliedContentEncoding": "requests are not compressed",
    "SDKAppendsGzipAndIgnoresHttpProvidedEncoding": "requests are not compressed",
}
"""What the ids of cases that fail on purpose hold, and why they fail."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.services.cases", description=__doc__)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args(arguments)
    passed, failed, expected = 0, list[str](), list[str]()
    with TemporaryDirectory() as scratch:
        sys.path.insert(0, scratch)
        for number, (where, suite) in enumerate(_suites(given.folder)):
            for name, difference in run(suite, Path(scratch), f"suite_{number}"):
                reason = next((why for part, why in EXPECTED.items() if part in name), None)
                if not difference:
                    passed += 1
                elif reason is None:
                    failed.append(f"{where}: {name}: {difference}")
                else:
                    expected.append(f"{where}: {name}: {reason}")
    print("\n".join((*failed, *expected)))
    print(f"{passed} cases pass, {len(expected)} fail as expected, {len(failed)} fail")
    return 1 if failed else 0


def _suites(folder: Path) -> Iterator[tuple[str, Any]]:
    for direction in ("input", "output"):
        for file in FILES:
            for suite in json.loads((folder / direction / f"{file}.json").read_text("utf-8")):
                yield f"{direction}/{file}", suite


def run(suite: Any, folder: Path, package: str) -> Iterator[tuple[str, str]]:
    """Each case of a suite by its name, and what is wrong with it: nothing where it passes."""
    operations: dict[str, Any] = {}
    tree = {"metadata": suite["metadata"], "shapes": suite["shapes"], "operations": operations}
    for case in suite["cases"]:
        case["given"].setdefault("http", {"method": "POST", "requestUri": "/"})
        described = operations.setdefault(case["given"]["name"], case["given"])
        described["errors"] = [*described.get("errors", ()), *case["given"].get("errors", ())]
    path = folder / f"{package}.json"
    path.write_text(json.dumps(tree), "utf-8")
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            write(Service(package, package, file=path), folder / package, package)
    except SystemExit as refusal:
        yield from ((case["id"], str(refusal)) for case in suite["cases"])
        return
    invalidate_caches()
    try:
        loaded, model = {**import_module(package).operations}, cast(Any, ServiceModel)(tree)
    except Exception as error:  # a catalogue that cannot be imported fails each case
        yield from ((case["id"], f"{type(error).__name__}: {error}") for case in suite["cases"])
        return
    for case in suite["cases"]:
        name = case["given"]["name"]
        if name not in loaded:
            yield f"{case['id']} of {name}", "the operation is left out"
            continue
        differ = _request if "params" in case else _reply
        yield f"{case['id']} of {name}", differ(loaded[name], model.operation_model(name), case)


def _request(operation: Any, model: Any, case: Any) -> str:
    tree: Any = {} if model.input_shape is None else _in_json(model.input_shape, case["params"])
    request = outcome(operation.request.of_json(tree))
    sent = outcome(operation.encode(request, token=lambda: "00000000-0000-4000-8000-000000000000"))
    if not isinstance(sent, aws.HttpRequest):
        return f"{request} is not written: {sent}"
    wanted = case["serialized"]
    ours, headers = (
        {name.lower(): text.partition(";")[0] for name, text in each.items()}  # a charset may be said
        for each in (sent.headers, wanted.get("headers", {}))
    )
    if missing := {name: text for name, text in headers.items() if ours.get(name) != text}:
        return f"headers {ours}, expected {missing}"
    return _differ(_body(operation, sent.body.decode()), _body(operation, wanted.get("body") or ""))


def _body(operation: Any, body: str) -> Any:
    if isinstance(operation.protocol, aws.AwsQuery):
        return dict(parse_qsl(body, keep_blank_values=True))
    return json.loads(body or "{}")


def _in_json(shape: Any, value: Any) -> Any:
    """The parameters of a case, by the names of the wire."""
    match shape.type_name:
        case "structure" if not shape.is_document_type:
            members = ((name, shape.members[name], held) for name, held in value.items() if held is not None)
            return {spelled(member, name): _in_json(member, held) for name, member, held in members}
        case "list":
            return [_in_json(shape.member, item) for item in value]
        case "map":
            return {key: _in_json(shape.value, item) for key, item in value.items()}
        case "blob":
            return b64encode(value.encode()).decode()
        case _:
            return value


def _reply(operation: Any, model: Any, case: Any) -> str:
    reply = case["response"]
    body = reply.get("body", "").encode()
    found: Any = outcome(
        operation.decode(status=reply["status_code"], body=body, headers=reply.get("headers", {}))
    )
    if "error" not in case:
        shape = model.output_shape
        ours = as_botocore(shape, found) if isinstance(found, aws.Shape) and shape is not None else str(found)
        return _differ(_plain(ours) if shape is not None else {}, case["result"])
    shape = next((each for each in model.error_shapes if each.name == type(found).__name__), None)
    members: dict[str, Any] = {} if shape is None else _plain(as_botocore(shape, found))
    wanted = {**case["error"], "code": case["errorCode"]}
    sent = aws.HttpResponse(status=reply["status_code"], body=body, headers=reply.get("headers", {}))
    code = operation.decode_reply(sent).query_code or getattr(found, "code", str(found))
    ours = {**members, "code": code}
    if case.get("errorMessage"):
        wanted["message"], ours["message"] = case["errorMessage"], found.message
    return _differ(ours, wanted)


def _plain(value: Any) -> Any:
    """A value as the cases write it: moments as seconds since 1970, bytes and strange numbers as text."""
    match value:
        case datetime():
            return value.timestamp()
        case bytes():
            return value.decode()
        case float() if not math.isfinite(value):
            return {"inf": "Infinity", "-inf": "-Infinity"}.get(str(value), "NaN")
        case _ if is_dict(value):
            return {name: _plain(held) for name, held in value.items()}
        case _ if is_array(value):
            return [_plain(item) for item in value]
        case _:
            return value


def _differ(ours: Any, wanted: Any) -> str:
    return "" if ours == wanted else f"{ours}, expected {wanted}"


if __name__ == "__main__":
    sys.exit(main())
