"""The runs of a shape in one way: a document is made, values are held equal, calls are ready to be timed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

import orjson
import xmltodict
from returns.result import Result, Success

from benchmarks.clock import Call
from benchmarks.facts import facts
from ecr_decode import Codec, plain_only

from .chance import Chance
from .shape import BARE, Limit, Peer, Shape

OURS = "ecr_decode"

_SHARE_IN_XML = 0.25
"""Documents are smaller in XML, since the peers take a hundred times as long to read it."""


class Way(Enum):
    """A direction and a form; the value is how it is printed."""

    READ = "read"
    WRITTEN = "written"
    READ_XML = "read, XML"
    WRITTEN_XML = "written, XML"

    @property
    def writes(self) -> bool:
        return self in (Way.WRITTEN, Way.WRITTEN_XML)

    @property
    def is_xml(self) -> bool:
        return self in (Way.READ_XML, Way.WRITTEN_XML)


class Different(ValueError):
    """A run gives another value than ours, so that its time says nothing."""


@dataclass(frozen=True)
class Runs:
    """What is timed together; `base` is the parser or writer alone."""

    size: int
    base: str
    calls: Mapping[str, Call]
    limit: Limit


@dataclass(frozen=True)
class _Form:
    """A shape in JSON or in XML."""

    make: Callable[[Chance, int], Any]
    codec: Codec[Any]
    decode: Callable[[Any], Result[Any, Any]]
    encode: Callable[[Any], Result[bytes, Any]]
    peers: Mapping[str, Peer]
    parse: Callable[[bytes], Any]
    unparse: Callable[[Any], Any]
    names: tuple[str, str]
    limits: tuple[Limit, Limit]


def runs(shape: Shape, way: Way, chance: Chance, scale: float = 1.0) -> Runs | None:
    """The checked runs; None if the shape is not said in this form."""
    form = _form(shape, xml=way.is_xml)
    if form is None:
        return None
    count = shape.count * scale * (_SHARE_IN_XML if way.is_xml else 1)
    document = orjson.dumps(form.make(chance, max(1, round(count))))
    if way.is_xml:  # the plain interpreters make the document, so that it does not depend on what is measured
        with plain_only():
            document = _opened(form.encode(_opened(form.codec.decode_json(document))))
    value = _agreed(form.decode, document)
    models = {name: peer.read(document) for name, peer in form.peers.items()}
    _same_read(shape, form, models, value)
    return _writing(shape, form, models, value) if way.writes else _reading(form, document)


def _form(shape: Shape, *, xml: bool) -> _Form | None:
    said = shape.xml if xml else shape
    if said is None:
        return None
    codec, limits = said.codec, (said.read, said.written)
    if xml:
        return _Form(
            *(said.make or shape.make, codec, codec.decode_xml, codec.encode_xml, said.peers),
            *(xmltodict.parse, xmltodict.unparse, ("xmltodict.parse", "xmltodict.unparse"), limits),
        )
    return _Form(
        *(shape.make, codec, codec.decode_json, codec.encode_json, said.peers),
        *(orjson.loads, orjson.dumps, ("orjson.loads", "orjson.dumps"), limits),
    )


def _reading(form: _Form, document: bytes) -> Runs:
    base, _ = form.names
    calls: dict[str, Call] = {base: partial(form.parse, document), OURS: partial(form.decode, document)}
    calls |= {name: partial(peer.read, document) for name, peer in form.peers.items()}
    return Runs(len(document), base, calls, form.limits[0])


def _writing(shape: Shape, form: _Form, models: Mapping[str, Any], value: Any) -> Runs:
    document = _agreed(form.encode, value)
    writes = {
        name: partial(peer.write, models[name]) for name, peer in form.peers.items() if peer.write is not None
    }
    for name, write in writes.items():
        with plain_only():
            if form.decode(write()) != Success(value):
                raise Different(f"{name} writes another document")
    _, base = form.names
    calls: dict[str, Call] = {
        base: partial(form.unparse, form.parse(document)),
        OURS: partial(form.encode, value),
    }
    calls |= writes
    if shape.bare is not None:
        calls[BARE] = partial(shape.bare, value)
    return Runs(len(document), base, calls, form.limits[1])


def _agreed(verb: Callable[[Any], Result[Any, Any]], given: Any) -> Any:
    """What the compiled path gives on a later use, once the plain interpreter is seen to give the same."""
    with plain_only():
        plain = verb(given)
    compiled = [verb(given) for _ in range(3)][-1]
    if compiled != plain:
        raise Different("the compiled path gives another value than the plain interpreter")
    return _opened(compiled)


def _opened(found: Result[Any, Any]) -> Any:
    match found:
        case Success(value):
            return value
        case _:
            first, *others = str(found.failure()).splitlines()
            raise Different(f"refused by ours: {first}" + f" and {len(others)} more lines" * bool(others))


def _same_read(shape: Shape, form: _Form, models: Mapping[str, Any], value: Any) -> None:
    ours = facts(value, spread=shape.spread)
    for name, peer in form.peers.items():
        if facts(peer.opened(models[name]), without=shape.tags, spread=shape.spread) != ours:
            raise Different(f"{name} reads another value")
