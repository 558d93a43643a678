"""Requests and replies of HTTP show neither bodies nor headers that may be secret."""

from __future__ import annotations

from typing import Any

import pytest
from rich.pretty import pretty_repr

from ecr_decode import aws, ecr
from tests.secrets.kinds import WORD, is_shown

HEADERS = ["Authorization", "X-Amz-Security-Token", "Cookie", "Set-Cookie", "Location", "Referer", "X-Custom"]
ONE = ecr.UploadLayerPartRequest(
    repository_name="app", upload_id="1", part_first_byte=0, part_last_byte=1, layer_part_blob=WORD.encode()
)
SIGNED = ecr.GetDownloadUrlForLayerResponse(download_url=f"https://layers.example/?X-Amz-Signature={WORD}")
REFUSED = ecr.ServerException(message=WORD)

SHOWN: list[aws.HttpRequest | aws.HttpResponse] = [
    *(aws.HttpRequest(headers={name: WORD}) for name in HEADERS),
    *(aws.HttpResponse(status=200, headers={name.lower(): WORD}) for name in HEADERS),
    aws.HttpRequest(body=WORD.encode()),
    aws.HttpRequest(path=f"/v2/?X-Amz-Signature={WORD}"),
    aws.HttpResponse(status=400, body=WORD.encode()),
    ecr.upload_layer_part.encode(ONE).unwrap(),
    ecr.get_download_url_for_layer.encode_response(SIGNED).unwrap(),
    ecr.get_download_url_for_layer.encode_error(REFUSED).unwrap(),
]


@pytest.mark.parametrize("shown", SHOWN)
def test_a_request_or_reply_does_not_show_what_it_carries(shown: object) -> None:
    assert not is_shown(f"{shown} {shown!r} {[shown]} {pretty_repr(shown)}")
    carried = [getattr(shown, name, "") for name in ("headers", "body", "path")]
    assert is_shown(str(carried))


def test_the_rest_is_shown() -> None:
    headers = {"X-Amzn-RequestId": "5f3a", "Content-Type": "text/xml", "Set-Cookie": "a"}
    assert repr(aws.HttpResponse(status=503, headers=headers, body=b"<a/>")) == (
        "HttpResponse(status=503, headers={'X-Amzn-RequestId': '5f3a', 'Content-Type': 'text/xml', "
        "'Set-Cookie': <secret>}, body=<4 bytes>)"
    )
    assert repr(aws.HttpRequest(path="/v2/?a=1")) == (
        "HttpRequest(method='POST', path='/v2/?<secret>', headers={}, body=<0 bytes>)"
    )


@pytest.mark.parametrize("wrong", [None, 5, [("Authorization", WORD)], WORD])
def test_what_is_no_header_or_body_is_hidden(wrong: Any) -> None:
    assert not is_shown(repr(aws.HttpResponse(status=200, headers=wrong, body=wrong)))
    assert not is_shown(repr(aws.HttpRequest(headers=wrong, body=wrong)))
