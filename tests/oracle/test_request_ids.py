"""The id of a request is the one that botocore's parsers find, in every protocol of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import pytest
from botocore.parsers import EC2QueryParser, JSONParser, QueryParser, RestXMLParser

from ecr_decode import aws, ecr
from tests.oracle.catalogues import model_of

ID = "4bf1c0de"
ERROR = "<Error><Code>A</Code><Message>m</Message></Error>"
REPLIES: dict[str, tuple[Any, int, str, Mapping[str, str]]] = {
    "JSON": (JSONParser, 200, "{}", {"x-amzn-requestid": ID}),
    "an error in JSON": (JSONParser, 400, '{"__type":"A"}', {"x-amzn-requestid": ID}),
    "Query": (
        QueryParser,
        200,
        f"<R><ResponseMetadata><RequestId>{ID}</RequestId></ResponseMetadata></R>",
        {},
    ),
    "an error in Query": (
        QueryParser,
        400,
        f"<ErrorResponse>{ERROR}<RequestId>{ID}</RequestId></ErrorResponse>",
        {},
    ),
    "EC2": (EC2QueryParser, 200, f"<R><requestId>{ID}</requestId></R>", {}),
    "an error of EC2": (
        EC2QueryParser,
        400,
        f"<Response><Errors>{ERROR}</Errors><RequestID>{ID}</RequestID></Response>",
        {},
    ),
    "XML": (RestXMLParser, 200, "<R/>", {"x-amz-request-id": ID}),
    "an error in XML": (RestXMLParser, 400, ERROR, {"x-amz-request-id": ID}),
}


@pytest.mark.parametrize(("parser", "status", "body", "headers"), REPLIES.values(), ids=REPLIES)
def test_the_id_is_botocores(parser: Any, status: int, body: str, headers: Mapping[str, str]) -> None:
    response = {"status_code": status, "headers": dict(headers), "body": body.encode()}
    shape = model_of("ecr").operation_model("ListImages").output_shape
    parsed = cast(dict[str, Any], parser().parse(response, shape))
    reply = aws.HttpResponse(status=status, headers=headers, body=body.encode())
    ours = ecr.list_images.decode_reply(reply).request_id
    assert ours == parsed["ResponseMetadata"]["RequestId"] == ID
