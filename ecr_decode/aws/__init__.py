"""The conventions of AWS as values: scalars, enumerations, XML and query styles, errors and operations.

Nothing here knows a service; the catalogues (`ecr`) are made of it.

>>> from ecr_decode import aws
>>> aws.integer.decode_json('"5"'), aws.integer.decode_xml("<size>5</size>")
(<Success: 5>, <Success: 5>)
"""

from __future__ import annotations

from .container import array, dict_of
from .enumeration import OpenEnum, open_enum
from .exchange import Exchange
from .http import HttpRequest, HttpResponse
from .items import items
from .operation import Operation
from .operations import Operations, UnknownOperation
from .pages import Pages, next_request, pages
from .protocol import AwsJson, AwsQuery
from .scalar import blob, boolean, date_time, double, epoch_seconds, http_date, integer, long, timestamp
from .shape import ErrorShape, Shape, UnknownError
from .split import split
from .style import ec2_query, query, xml
from .times import with_times
from .tokens import new_token, with_tokens
from .variant import UnknownVariant, unknown_variant, variant
from .waiter import Accept, Waiter

__all__ = [
    "Accept",
    "AwsJson",
    "AwsQuery",
    "ErrorShape",
    "Exchange",
    "HttpRequest",
    "HttpResponse",
    "OpenEnum",
    "Operation",
    "Operations",
    "Pages",
    "Shape",
    "UnknownError",
    "UnknownOperation",
    "UnknownVariant",
    "Waiter",
    "array",
    "blob",
    "boolean",
    "date_time",
    "dict_of",
    "double",
    "ec2_query",
    "epoch_seconds",
    "http_date",
    "integer",
    "items",
    "long",
    "new_token",
    "next_request",
    "open_enum",
    "pages",
    "query",
    "split",
    "timestamp",
    "unknown_variant",
    "variant",
    "with_times",
    "with_tokens",
    "xml",
]
