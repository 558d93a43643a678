"""Callers: who made a call, by which session, and over which connection, as CloudTrail tells it."""

from __future__ import annotations

from ..combinator.field import field, others
from ..combinator.record import Record
from ..combinator.rename import camel_case
from ..combinator.scalar import json_value, string
from ..node.kinds import JsonValue


class CallPart(Record, rename=camel_case, null_as_absent=True, gc=False):
    """A part of a record; null says nothing, and members that CloudTrail does not document are in `rest`.

    >>> from ecr_decode import documents
    >>> documents.TlsDetails.codec.decode_json('{"tlsVersion": null, "earlyData": true}').unwrap().rest
    {'earlyData': True}
    """

    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class SessionIssuer(CallPart):
    """Who issued the credentials of a session.

    >>> from ecr_decode import documents
    >>> documents.SessionIssuer(type="Role", user_name="deploy").user_name
    'deploy'
    """

    type: str | None = field(string, default=None)
    principal_id: str | None = field(string, default=None)
    arn: str | None = field(string, default=None)
    account_id: str | None = field(string, default=None)
    user_name: str | None = field(string, default=None)


class SessionAttributes(CallPart):
    """When a session began, and whether with a second factor, as the texts that they are.

    >>> from ecr_decode import documents
    >>> documents.SessionAttributes(mfa_authenticated="false").creation_date
    """

    creation_date: str | None = field(string, default=None)
    mfa_authenticated: str | None = field(string, default=None)


class WebIdFederation(CallPart):
    """The provider of a web identity.

    >>> from ecr_decode import documents
    >>> documents.WebIdFederation(federated_provider="accounts.example").attributes
    """

    federated_provider: str | None = field(string, default=None)
    attributes: JsonValue = field(json_value, default=None)


class SessionContext(CallPart):
    """The session of temporary credentials.

    >>> from ecr_decode import documents
    >>> print(documents.SessionContext.decode_json('{"sessionIssuer": []}').failure())
    $.sessionIssuer: expected an object, got an array
    """

    session_issuer: SessionIssuer | None = field(SessionIssuer.codec, default=None)
    web_id_federation_data: WebIdFederation | None = field(WebIdFederation.codec, default=None)
    attributes: SessionAttributes | None = field(SessionAttributes.codec, default=None)
    source_identity: str | None = field(string, default=None)
    ec2_role_delivery: str | None = field(string, default=None)
    assumed_root: str | None = field(string, default=None)


class TlsDetails(CallPart):
    """How a call was encrypted.

    >>> from ecr_decode import documents
    >>> documents.TlsDetails(tls_version="TLSv1.3").cipher_suite
    """

    tls_version: str | None = field(string, default=None)
    cipher_suite: str | None = field(string, default=None)
    key_exchange: str | None = field(string, default=None)
    client_provided_host_header: str | None = field(string, default=None)


class UserIdentity(Record, rename=camel_case, gc=False):
    """Who made a call.

    >>> from ecr_decode import documents
    >>> documents.UserIdentity(type="Root").arn
    """

    type: str | None = field(string, default=None)
    principal_id: str | None = field(string, default=None)
    arn: str | None = field(string, default=None)
    account_id: str | None = field(string, default=None)
    access_key_id: str | None = field(string, default=None)
    user_name: str | None = field(string, default=None)
    invoked_by: str | None = field(string, default=None)
    identity_provider: str | None = field(string, default=None)
    credential_id: str | None = field(string, default=None)
    session_context: SessionContext | None = field(SessionContext.codec, default=None)
    on_behalf_of: JsonValue = field(json_value, default=None)
    in_scope_of: JsonValue = field(json_value, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)
