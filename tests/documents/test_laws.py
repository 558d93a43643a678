"""What a document's codec writes of any value, it reads back; compiled and plain say the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import documents, plain_only
from ecr_decode.describe.strategy import from_codec

CODECS: dict[str, Any] = {"policy": documents.policy, "event": documents.event}


@pytest.mark.parametrize("codec", CODECS.values(), ids=CODECS)
def test_what_is_written_is_read_back(codec: Any) -> None:
    @settings(max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
    @given(from_codec(codec))
    def holds(value: object) -> None:
        text = codec.encode_json(value).unwrap()
        assert codec.decode_json(text) == Success(value)
        with plain_only():
            assert json.loads(codec.encode_json(value).unwrap()) == json.loads(text)
            assert codec.decode_json(text) == Success(value)

    holds()


@given(st.text(st.characters(exclude_characters=":", exclude_categories=["Cs"])), st.text())
def test_every_user_and_password_is_read_back(user: str, password: str) -> None:
    made = documents.Credentials(user=user, password=password.encode("utf-8", "replace").decode())
    token = documents.AuthorizationToken(credentials=made)
    text = documents.authorization_token.encode_json(token).unwrap()
    assert documents.authorization_token.decode_json(text) == Success(token)
