"""For the tests of your codecs: their values, and that these round-trip. Needs the extra `hypothesis`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Literal, TypeVar

from returns.result import Failure, Result, Success

from .codec import Codec
from .error.problem import EncodeError
from .extra import needs

needs(__name__, "hypothesis", "hypothesis")

from hypothesis import HealthCheck, find, settings  # noqa: E402 it may not be there
from hypothesis.errors import NoSuchExample  # noqa: E402
from hypothesis.strategies import SearchStrategy  # noqa: E402

from .describe.strategy import from_codec  # noqa: E402 it imports hypothesis

__all__ = ["assert_round_trips", "from_codec"]

A = TypeVar("A")


def assert_round_trips(
    codec: Codec[A],
    values: SearchStrategy[A] | None = None,
    *,
    form: Literal["json", "xml"] = "json",
    max_examples: int = 100,
) -> None:
    """Fail unless each value is written, is read as an equal value, and is written again as the same text.

    >>> from ecr_decode import integer
    >>> assert_round_trips(integer.map(lambda n: -n, lambda n: -n))
    >>> assert_round_trips(integer.map(lambda n: n + 1, lambda n: n + 1))
    Traceback (most recent call last):
    AssertionError: integer does not round-trip in JSON
      value: 1
      text:  2
      read:  3

    The failure shows the simplest value that Hypothesis finds. The values are those of `from_codec`, or of a
    strategy of your own; in XML, those of `from_codec` that XML can hold. Each run tries the same values.
    """
    __tracebackhide__ = True  # pytest shows the call, not what is below it
    trip = _TRIPS[form]
    quiet = settings(
        database=None,
        deadline=None,
        derandomize=True,
        max_examples=max_examples,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    strategy = from_codec(codec) if values is None else values
    if values is None and form == "xml":
        strategy = strategy.filter(lambda given: isinstance(_encode_xml(codec, given), Success))
    try:
        value = find(strategy, lambda tried: trip(codec, tried) is not None, settings=quiet)
    except NoSuchExample:
        return
    raise AssertionError(f"{codec!r} does not round-trip in {form.upper()}\n{trip(codec, value)}")


def _trip(
    value: Any, write: Callable[[Any], Result[bytes, Any]], read: Callable[[bytes], Result[Any, Any]]
) -> str | None:
    """What is wrong with a value, or None."""
    written = write(value)
    if isinstance(written, Failure):
        return f"  value: {value!r}\n  cannot be written: {written.failure()}"
    text = written.unwrap()
    shown = f"  value: {value!r}\n  text:  {text.decode()}"
    found = read(text)
    if isinstance(found, Failure):
        return f"{shown}\n  cannot be read: {found.failure()}"
    again = found.unwrap()
    if again != value:
        return f"{shown}\n  read:  {again!r}"
    second = write(again).value_or(b"")
    return None if second == text else f"{shown}\n  again: {second.decode()}"


def _json(codec: Codec[Any], value: Any) -> str | None:
    return _trip(value, codec.encode_json, codec.decode_json)


def _xml(codec: Codec[Any], value: Any) -> str | None:
    return _trip(value, partial(_encode_xml, codec), codec.decode_xml)


def _encode_xml(codec: Codec[Any], value: Any) -> Result[bytes, EncodeError]:
    return codec.encode_xml(value, root=codec.rooted or "root")


_TRIPS = {"json": _json, "xml": _xml}
