"""The renderings: every way in which what the library holds becomes text that somebody may log."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import pprint
import re
import traceback
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis.errors import FailedHealthCheck
from returns.primitives.exceptions import UnwrapFailedError
from returns.result import Failure, Success
from rich.pretty import pretty_repr

from ecr_decode import Codec, DecodeError, describe, json_schema, outcome, render, report
from ecr_decode.describe.strategy import from_codec
from tests.secrets.kinds import IN_BASE64, WORD, Kind


def value_of(kind: Kind) -> Any:
    """What the codec reads from the document."""
    return kind.codec.decode_json(kind.document).unwrap()


def logged(value: object) -> str:
    """What a handler of `logging` writes of a value."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    handler.emit(logging.LogRecord("a", logging.INFO, "", 0, "%s %r", (value, [value]), None))
    return stream.getvalue()


def unwrapped(value: object) -> str:
    """What a mistaken `unwrap` raises."""
    with pytest.raises(UnwrapFailedError) as raised:
        Failure(value).unwrap()
    container: object = getattr(raised.value, "halted_container", "")
    return "".join(traceback.format_exception(raised.value)) + repr(container)


def with_locals(value: object) -> str:
    """A traceback that shows what the names of each frame hold."""
    frames = traceback.StackSummary.extract(traceback.walk_stack(None), limit=1, capture_locals=True)
    return "".join(frames.format())


def failing_example(codec: Codec[Any]) -> str:
    """What Hypothesis says of a value for which a test fails."""

    @settings(max_examples=1, database=None, derandomize=True, phases=[Phase.generate])
    @given(from_codec(codec))
    def fails(value: object) -> None:
        raise ZeroDivisionError

    with pytest.raises((ZeroDivisionError, FailedHealthCheck)) as raised:  # few texts are credentials
        fails()
    return "".join([str(raised.value), *getattr(raised.value, "__notes__", ())])


def signature(value: object) -> str:
    """How the class of a value is called, as `help` shows it."""
    return f"{type(value)} {getattr(type(value), '__signature__', '')}"


OF_VALUES: dict[str, Callable[[Any], str]] = {
    "repr": repr,
    "str": str,
    "format": lambda value: f"{value}",
    "in a list": lambda value: repr([value]),
    "in a Result": lambda value: repr(Success(value)) + str(Success(value)),
    "pprint": pprint.pformat,
    "rich": pretty_repr,
    "rich, in a Result": lambda value: pretty_repr(Success(value)),
    "logging": logged,
    "unwrap": unwrapped,
    "a traceback": with_locals,
    "a deep copy": lambda value: repr(copy.deepcopy(value)),
    "signature": signature,
}


def tagged(kind: Kind) -> Any:
    """The tagged value."""
    return kind.codec.to_value(value_of(kind)).unwrap()


def parts(kind: Kind) -> str:
    """What a log shows that takes the tagged value apart: each part, one level down."""
    return repr([getattr(tagged(kind), name) for name in tagged(kind).__struct_fields__])


def schema(kind: Kind) -> str:
    return json.dumps(json_schema(kind.codec))


def refused(kind: Kind, document: str) -> str:
    """All that is said of a document which the codec refuses, or keeps the error of."""
    error: object = outcome(kind.codec.decode_json(document))
    match error:
        case DecodeError():
            return said(error, document)
        case object(held=Failure(DecodeError() as kept)):
            return said(kept, document)
        case _:
            return "no error"


def said(error: DecodeError, document: str) -> str:
    """All that is said of an error."""
    again = pickle.loads(pickle.dumps(error))
    shown = (
        str(error), repr(error), json.dumps(report(error)), render(error), render(error, source=document),
        render(again, source=document.encode()), pretty_repr(error), repr(pickle.dumps(error)),
        unwrapped(error),
    )  # fmt: skip
    return "\n".join(shown)


def of_another_kind(document: str) -> str:
    """The document with a number in the place of the secret, or what is not in base64."""
    return re.sub(rf'\\?"[^"]*{WORD}\\?"', "7391828", document).replace(IN_BASE64, f"{WORD}!")


OF_KINDS: dict[str, Callable[[Kind], str]] = {
    "to_value": lambda kind: repr(tagged(kind)) + str(tagged(kind)),
    "to_value, by rich": lambda kind: pretty_repr(tagged(kind)),
    "to_value, in a Result": lambda kind: repr(kind.codec.to_value(value_of(kind))),
    "to_value, pickled": lambda kind: repr(pickle.loads(pickle.dumps(tagged(kind)))),
    "to_value, in parts": parts,
    "describe": lambda kind: describe(kind.codec) + repr(kind.codec),
    "json_schema": schema,
    "a strategy": lambda kind: repr(from_codec(kind.codec)),
    "a failing example": lambda kind: failing_example(kind.codec),
    "the error of a kind": lambda kind: refused(kind, of_another_kind(kind.document)),
    "the error of a name": lambda kind: refused(kind, kind.document.replace("password", "passwrod")),
    "the error of a text cut short": lambda kind: refused(kind, kind.document[:-1]),
    "the error of text around": lambda kind: refused(kind, json.dumps(kind.document)),
}
