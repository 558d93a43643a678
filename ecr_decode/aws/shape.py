"""What the records of a service's model share: AWS's XML, and null taken as absence."""

from __future__ import annotations

from typing import ClassVar

from ..combinator.field import field
from ..combinator.record import Record
from ..combinator.scalar import string
from .style import xml


class Shape(Record, style=xml, null_as_absent=True):
    """A structure of a service's model: read and written in AWS's XML, null taken as absence.

    >>> from ecr_decode import aws, field, string
    >>> class Tag(aws.Shape):
    ...     key: str | None = field("Key", string, default=None)
    >>> Tag.decode_json(b'{"Key": null}'), Tag.of_xml({"Key": "env"})
    (<Success: Tag(key=None)>, <Success: Tag(key='env')>)
    >>> print(Tag.decode_json(b'{"Key": 1}').failure())
    $.Key: expected a string, got an integer
    """


class ErrorShape(Shape):
    """An error of a service's model, with a message and a code: a value to match on, never raised.

    >>> from ecr_decode import aws, field
    >>> class LimitException(aws.ErrorShape):
    ...     limit: int | None = field("limit", aws.integer, default=None)
    >>> found = LimitException.decode_json(b'{"message": "too many", "limit": 5}').unwrap()
    >>> found, found.code
    (LimitException(message='too many', limit=5), 'LimitException')
    >>> print(LimitException.decode_json(b'{"message": []}').failure())
    $.message: expected a string, got an array
    """

    error_code: ClassVar[str] = ""
    """The code on the wire, where it is not the name of the class."""

    message: str | None = field("message", string, default=None)

    @property
    def code(self) -> str:
        """The code by which the service reports the error."""
        return code_of(type(self))


class UnknownError(Shape):
    """An error whose code its operation does not list: the code and text that came; a value, never raised.

    >>> from ecr_decode import aws
    >>> aws.UnknownError(code="ThrottlingException", message="Rate exceeded")
    UnknownError(code='ThrottlingException', message='Rate exceeded')
    >>> print(aws.UnknownError.decode_json(b"{}").failure())
    $.code: missing
    """

    code: str = field("code", string)
    message: str | None = field("message", string, default=None)


def code_of(error: type[ErrorShape]) -> str:
    """The code by which a service reports an error."""
    return error.error_code or error.__name__


def code_in(error: object) -> str | None:
    """The code that an error carries, known to its operation or not."""
    match error:
        case UnknownError(code=code):
            return code
        case ErrorShape():
            return code_of(type(error))
        case _:
            return None
