"""The protocols of AWS that requests are written in: what differs between them, as values."""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class AwsJson(msgspec.Struct, frozen=True):
    """AWS JSON: the operation is named in a header, and the body is JSON.

    >>> from ecr_decode import aws
    >>> aws.AwsJson(target="Service_V1").headers("ListThings")["X-Amz-Target"]
    'Service_V1.ListThings'
    """

    target: str
    version: str = "1.1"
    query_compatible: bool = False
    """Whether requests ask for the codes that errors have in AWS Query, which then come in a header."""

    def headers(self, operation: str) -> dict[str, str]:
        """The headers of a request."""
        mode = {"x-amzn-query-mode": "true"} if self.query_compatible else {}
        return {
            "Content-Type": f"application/x-amz-json-{self.version}",
            "X-Amz-Target": f"{self.target}.{operation}",
            **mode,
        }


class AwsQuery(msgspec.Struct, frozen=True):
    """AWS Query: the operation is named in the body, which is a form; replies are XML.

    >>> from ecr_decode import aws
    >>> aws.AwsQuery(version="2010-03-31").form("ListThings")
    'Action=ListThings&Version=2010-03-31'
    """

    version: str

    def headers(self, operation: str) -> dict[str, str]:  # noqa: ARG002 named in the body
        """The headers of a request."""
        return {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}

    def form(self, operation: str) -> str:
        """The beginning of a request's body."""
        return f"Action={operation}&Version={self.version}"


Protocol: TypeAlias = AwsJson | AwsQuery
