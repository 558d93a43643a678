"""The request that we write is the one that botocore's serializer writes, and a server reads it back."""

from __future__ import annotations

import json
from typing import Any, cast

import botocore.serialize
import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode.describe.strategy import from_codec
from tests.oracle.catalogues import Case, every_operation, operations_that_differ, plain
from tools.pages.sample import sample

SERIALIZER: Any = cast(Any, botocore.serialize).create_serializer("json", include_validation=False)


@every_operation
@pytest.mark.parametrize("full", [True, False])
def test_botocore_writes_the_same_request(case: Case, full: bool) -> None:
    assert_written_alike(case, sample(case.operation.request.node, full=full))


@operations_that_differ(lambda operation: operation.request)
@given(data=st.data())
def test_botocore_writes_the_same_request_whatever_it_holds(case: Case, data: st.DataObject) -> None:
    assert_written_alike(case, data.draw(from_codec(case.operation.request)))


def assert_written_alike(case: Case, request: Any) -> None:
    ours = case.operation.encode(request).unwrap()
    theirs = SERIALIZER.serialize_to_request(plain(request), case.model)
    assert (ours.method, ours.path) == (theirs["method"], theirs["url_path"])
    assert ours.headers == theirs["headers"]
    assert json.loads(ours.body) == json.loads(theirs["body"])
    assert case.operation.decode_request(ours) == Success(request)
