"""SOAP 1.1: an envelope around a reply or a fault, whose own children have no namespace."""

from __future__ import annotations

from ecr_decode import JsonValue, Record, element, field, json_value, others, string

ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"


class Fault(Record, ns=""):
    """What went wrong. Its children have no namespace, as the standard says."""

    code: str = field("faultcode", string)
    reason: str = field("faultstring", string)
    actor: str | None = field("faultactor", string, default=None)
    detail: JsonValue | None = field("detail", json_value, default=None)


class Body(Record):
    """A fault, or the content that an operation defines."""

    fault: Fault | None = field("Fault", Fault.codec, default=None)
    content: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Envelope(Record, root=element("Envelope", ns=ENVELOPE)):
    """A SOAP message."""

    header: JsonValue | None = field("Header", json_value, default=None)
    body: Body = field("Body", Body.codec)
