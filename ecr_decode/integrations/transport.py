"""Why no reply came, as a value, for whichever library sends."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec


class TransportError(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """Why no reply came, as a value: it is returned, never raised.

    `kind` is the name of the exception's type, such as `NoCredentialsError` or `ReadTimeoutError`. Three
    kinds are no exceptions of botocore. `EncodeError` is a request that cannot be written. `WrongClient` is a
    client of another service, or of a version of botocore without the operation. `IncompleteReply` is a body
    shorter than its headers say, which botocore accepts.

    `message` is botocore's sentence, with dots in place of all but harmless names. The rest may contain
    members of the request, passwords in addresses, and the output of credential processes. It is empty for
    exceptions that are not botocore's.

    >>> from ecr_decode.integrations.boto3 import TransportError
    >>> print(TransportError(kind="NoCredentialsError", message="Unable to locate credentials"))
    NoCredentialsError: Unable to locate credentials
    """

    kind: str
    message: str = ""
    status: int | None = None
    """The status of a reply that did not come whole."""

    def __str__(self) -> str:
        text = f"{self.kind}: {self.message}" if self.message else self.kind
        return text if self.status is None else f"{text}, with status {self.status}"


_HARMLESS = ("cred_var", "msg", "operation_name", "provider", "region_name", "service_name")


def sentence(form: str, fields: Mapping[str, object]) -> str:
    """Botocore's sentence about an exception, with dots for what should not be shown."""
    shown = {name: str(fields[name]) for name in _HARMLESS if name in fields}
    if "endpoint_url" in fields:
        shown["endpoint_url"] = re.sub(r"//[^/]*@|\?.*", _without_user, str(fields["endpoint_url"]))
    return re.sub(r"\{(\w*)[^}]*\}", lambda found: shown.get(found[1], "..."), form)


def _without_user(found: re.Match[str]) -> str:
    return "//" if found[0].startswith("//") else ""
