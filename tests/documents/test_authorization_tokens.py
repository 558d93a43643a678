"""Tokens give user, password and registry; neither user nor password is in any rendering."""

from __future__ import annotations

import json
from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

import pytest

from ecr_decode import documents, ecr, ecr_public, report
from ecr_decode.documents import AuthorizationToken, Credentials

HOST = "012345678910.dkr.ecr.eu-west-1.amazonaws.com"


def item(token: bytes = b"AWS:pa:ss", **members: Any) -> dict[str, Any]:
    """An item of a reply."""
    return {"authorizationToken": b64encode(token).decode(), **members}


def test_a_token_of_a_reply_gives_user_password_expiry_and_registry() -> None:
    reply = json.dumps({"authorizationData": [item(expiresAt=1.5e9, proxyEndpoint=f"https://{HOST}")]})
    (token,) = documents.authorization_tokens.decode_json(reply).unwrap()
    assert (token.user, token.password, token.registry) == ("AWS", "pa:ss", HOST)
    assert token.expires_at == datetime(2017, 7, 14, 2, 40, tzinfo=UTC)
    assert json.loads(documents.authorization_token.encode_json(token).unwrap()) == item(
        expiresAt=1500000000, proxyEndpoint=f"https://{HOST}"
    )


def test_the_single_object_of_ecr_public_is_read_and_written() -> None:
    reply = {"authorizationData": item(expiresAt=1500000000)}
    tokens = documents.authorization_tokens.of_json(reply).unwrap()
    assert [(token.password, token.registry) for token in tokens] == [("pa:ss", None)]
    assert documents.authorization_tokens.to_json(tokens).unwrap() == reply


@pytest.mark.parametrize("reply", [{}, {"authorizationData": []}])
def test_a_reply_may_have_no_token(reply: object) -> None:
    assert documents.authorization_tokens.of_json(reply).unwrap() == ()


@pytest.mark.parametrize("record", [ecr.AuthorizationData, ecr_public.AuthorizationData])
def test_a_record_of_the_catalogue_is_read_by_way_of_its_json(record: Any) -> None:
    data = record(authorization_token="QVdTOnBhOnNz", expires_at=datetime(2024, 1, 1, tzinfo=UTC))
    token = documents.authorization_token.of_json(data.to_json().unwrap()).unwrap()
    assert (token.password, token.expires_at) == ("pa:ss", data.expires_at)


@pytest.mark.parametrize(
    ("endpoint", "host"),
    [
        (f"https://{HOST}", HOST),
        (f"https://{HOST}/", HOST),
        (HOST, HOST),
        ("http://a:5000/v2", "a:5000"),
        ("", ""),
    ],
)
def test_the_registry_is_the_host_of_the_endpoint(endpoint: str, host: str) -> None:
    assert documents.authorization_token.of_json(item(proxyEndpoint=endpoint)).unwrap().registry == host


@pytest.mark.parametrize(
    ("token", "user", "password"), [(b":", "", ""), (b"AWS:", "AWS", ""), ("AWS:ä".encode(), "AWS", "ä")]
)
def test_the_first_colon_splits(token: bytes, user: str, password: str) -> None:
    read = documents.authorization_token.of_json(item(token)).unwrap()
    assert (read.user, read.password) == (user, password)
    assert documents.authorization_token.to_json(read).unwrap() == item(token)


def test_secrets_are_in_no_rendering() -> None:
    token = documents.authorization_token.of_json(item(b"someone:hunter2")).unwrap()
    shown = f"{token!r} {token} {token.credentials!r} {(token,)}"
    refused: Any = documents.authorization_token.of_json(item(b"hunter2 without one")).failure()
    shown += f"{refused} {refused!r} {report(refused)}"
    wrong = AuthorizationToken(credentials=Credentials(user="someone:else", password="hunter2"))
    shown += repr(documents.authorization_token.encode_json(wrong))
    assert "<secret>" in shown
    encoded = item(b"someone:hunter2")["authorizationToken"]
    assert not any(secret in shown for secret in ("someone", "hunter2", encoded))
