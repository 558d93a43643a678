"""The request that we write is the one that botocore's serializer writes, and a server reads it back."""

from __future__ import annotations

import json
from typing import Any, cast

import botocore.serialize
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode.describe.strategy import from_codec
from tests.oracle.catalogues import Case, every_operation, few, plain

SERIALIZER: Any = cast(Any, botocore.serialize).create_serializer("json", include_validation=False)


@every_operation
@few
@given(data=st.data())
def test_botocore_writes_the_same_request(case: Case, data: st.DataObject) -> None:
    request = data.draw(from_codec(case.operation.request))
    ours = case.operation.encode(request).unwrap()
    theirs = SERIALIZER.serialize_to_request(plain(request), case.model)
    assert (ours.method, ours.path) == (theirs["method"], theirs["url_path"])
    assert ours.headers == theirs["headers"]
    assert json.loads(ours.body) == json.loads(theirs["body"])
    assert case.operation.decode_request(ours) == Success(request)
