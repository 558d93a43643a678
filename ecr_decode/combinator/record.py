"""Records: declared once as a class, or described over any callable; read and written by the same members."""

from __future__ import annotations

import copyreg
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar, cast, dataclass_transform, get_origin

import msgspec
from returns.result import Result, Success

from .. import write
from ..building import must_be, must_be_function
from ..check import TOO_DEEP
from ..check import make as make_record
from ..codec import Codec
from ..decoder import Decoder, Raw, ReadsXml
from ..encoder import Pairs
from ..error.problem import ConstraintError, DecodeError, EncodeError
from ..node import kinds as n
from ..node.annotations import hold_annotations, make_on_demand
from ..node.kinds import JsonValue
from ..node.style import Element, QueryStyle, XmlStyle, numbered, plain
from ..secret import HIDDEN, spelled
from ..write.root import must_be_root
from ..write.value import Value
from .field import Field, field, others
from .inheritance import inherited as of_bases
from .inline import inline
from .members import Rename, declared, in_namespace, must_be_distinct, must_be_parameters, taken
from .rule import ruled

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)
O = TypeVar("O")  # noqa: E741 the record that a constructor gives
P = ParamSpec("P")
R = TypeVar("R", bound="Record")

if TYPE_CHECKING:
    # The checkers see a plain class: msgspec's own transform would let every mistake pass.
    _StructMeta = type

    class _Struct: ...
else:
    _StructMeta = msgspec.StructMeta
    _Struct = msgspec.Struct


_NO_NAME = "\x7f"
"""What no member is called in msgspec: it is not printable."""

_codec: Callable[[Any], Codec[Any]] = attrgetter("__codec__")
"""The codec that a record class was made with; in C, so that a verb answers on the stack's last frame."""


class _ReadsXmlTree(Protocol[A_co]):
    def __call__(self, tree: object, *, style: XmlStyle = plain) -> Result[A_co, DecodeError]: ...


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


class RecordMeta(_StructMeta):
    """Makes a record class of its fields, and holds the class verbs, where no member's name can hide them."""

    if not TYPE_CHECKING:

        def __new__(
            mcls,
            name: str,
            bases: tuple[type, ...],
            namespace: dict[str, Any],
            *,
            forbid_unknown: bool | None = None,
            null_as_absent: bool | None = None,
            style: XmlStyle | None = None,
            root: str | Element | None = None,
            ns: str | None = None,
            rename: Rename | None = None,
            gc: bool | None = None,
        ) -> RecordMeta:
            """The class, with its description in `__record__`."""
            if style is not None and not isinstance(style, XmlStyle):
                raise ValueError(f"class {name}: style=...: expected an XmlStyle, got {style!r}")
            if rename is not None:
                must_be_function(f"class {name}: rename=...", rename)
            annotate = hold_annotations(namespace)
            rename = _first(rename, *(getattr(base, "__rename__", None) for base in bases))
            inherited = of_bases(name, bases)
            own = [each for each, value in namespace.items() if isinstance(value, Field)]
            members, rest = declared(name, namespace, bases, inherited, rename)
            must_be(f"class {name}: ns=...", ns, str | None, "a str")
            ns = _first(ns, *(getattr(base, "__ns__", None) for base in bases), None)
            for each in own if ns is not None else ():
                members[each] = in_namespace(members[each], ns)
            must_be_distinct(name, members, rest)
            # Members whose names msgspec cannot take are read plainly; here they must only be distinct.
            wires = {
                m.name: f"{m.name}, which has no name of its own"
                if m.inline or not n.is_struct_name(m.wire)
                else m.wire
                for m in members.values()
            }
            if rest is not None:  # msgspec fills in objects without others
                wires[rest.name] = _NO_NAME
            forbids = _first(forbid_unknown, inherited and inherited.forbid_unknown, False)
            cls = super().__new__(
                mcls,
                name,
                bases,
                namespace,
                frozen=True,
                kw_only=True,
                omit_defaults=all(member.required or member.default is None for member in members.values()),
                rename=wires,
                forbid_unknown_fields=forbids or rest is not None,
                **({} if gc is None else {"gc": gc}),  # to msgspec, None is False
            )
            make_on_demand(cls, annotate)
            cls.__record__ = n.Record(
                name=name,
                construct=cls,
                members=tuple(members.values()),
                others=rest,
                forbid_unknown=forbids,
                null_as_absent=_first(null_as_absent, inherited and inherited.null_as_absent, False),
                style=_first(style, inherited and inherited.style, None),
            )
            above = (base.__codec__.rooted for base in bases if isinstance(base, RecordMeta))
            rooted = next(above, None) if root is None else must_be_root(f"class {name}: root=...", root)
            cls.__codec__ = Codec(ruled(cls, cls.__record__), rooted)
            cls.__ns__ = ns
            cls.__rename__ = rename
            return cls

    @property
    def codec(cls: type[A]) -> Codec[A]:
        """The codec of the record."""
        return _codec(cls)

    @property
    def make(cls: Callable[P, A]) -> Callable[P, Result[A, ConstraintError]]:
        """Builds the record if its members keep every constraint of the model.

        >>> from ecr_decode import Record, field, string
        >>> class Account(Record):
        ...     id: str = field("id", string.constrain(pattern="[0-9]{12}"))
        >>> Account.make(id="012345678910")
        <Success: Account(id='012345678910')>
        >>> print(Account.make(id="12").failure())
        $.id: expected a text that matches [0-9]{12}
        """

        def make(*args: P.args, **members: P.kwargs) -> Result[A, ConstraintError]:
            if args:
                raise TypeError("a record is made of keyword arguments")
            try:
                made: Result[A, ConstraintError] = make_record(record_node(cls), members)
                return _codec(cls).check(made.unwrap()) if isinstance(made, Success) else made
            except RecursionError:
                return TOO_DEEP

        return make

    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> dict[str, Any]:
        """How pydantic reads and writes the record; it calls the method."""
        from ..describe.pydantic_schema import ref_of

        ref = ref_of(_codec(cls))
        core = _codec(cls).__get_pydantic_core_schema__(source, handler)
        return core if ref is None else core | {"ref": ref}

    def __get_pydantic_json_schema__(
        cls, core: object, handler: Callable[[Any], Any]
    ) -> dict[str, JsonValue]:
        """The JSON Schema of the record, for pydantic; it calls the method."""
        return _codec(cls).__get_pydantic_json_schema__(core, handler)

    @property
    def decode_json(cls: type[A]) -> Callable[[Raw], Result[A, DecodeError]]:
        """Reads a JSON text."""
        return _codec(cls).decode_json

    @property
    def of_json(cls: type[A]) -> Callable[[object], Result[A, DecodeError]]:
        """Reads a tree of JSON values."""
        return _codec(cls).of_json

    @property
    def decode_xml(cls: type[A]) -> ReadsXml[A]:
        """Reads an XML document."""
        return _codec(cls).decode_xml

    @property
    def of_xml(cls: type[A]) -> _ReadsXmlTree[A]:
        """Reads an element's content, as `xmltodict.parse` gives it."""
        return _codec(cls).of_xml

    @property
    def of_string(cls: type[A]) -> ReadsXml[A]:
        """Reads a JSON or XML document, told apart by the first character that is not blank."""
        return _codec(cls).of_string


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, inline, others))
class Record(_Struct, metaclass=RecordMeta):
    """A record declared once, as a class whose annotations have fields; frozen, built by keywords, unchecked.

    >>> from ecr_decode import Record, field, integer, string
    >>> class Layer(Record):
    ...     digest: str = field("digest", string)
    ...     size: int = field("size", integer)
    ...     media: str | None = field("mediaType", string, default=None)
    >>> Layer.decode_json(b'{"digest": "sha256:00", "size": 5}')
    <Success: Layer(digest='sha256:00', size=5, media=None)>
    >>> print(Layer.decode_json(b'{"digset": "sha256:00", "size": "5"}').failure())
    $.digest: missing (did you mean "digset"?)
    $.size: expected an integer, got a string
    >>> Layer.codec
    Layer {digest: string, size: integer, mediaType?: string}

    Class keywords, which a subclass inherits:

    * `forbid_unknown=True`: a member that no field names is an error.
    * `null_as_absent=True`: null counts as absent, for members with a default.
    * `rename=camel_case`: makes the wire names of fields that have none.
    * `style=`: the convention of XML.
    * `root=`: the name of the root of its documents.
    * `ns=`: the namespace of child elements whose hints name none.
    * `gc=False`: keeps instances from the garbage collector.
    """

    if TYPE_CHECKING:

        def __init_subclass__(
            cls,
            *,
            forbid_unknown: bool = False,
            null_as_absent: bool = False,
            style: XmlStyle | None = None,
            root: str | Element | None = None,
            ns: str | None = None,
            rename: Rename | None = None,
            gc: bool = True,
        ) -> None: ...

    # The options have places: those by keyword alone slow every call, by a tenth.
    def encode_json(self, indent: int | None = None, sort_keys: bool = False) -> Result[bytes, EncodeError]:
        """The record as a JSON text: compact, or indented by some spaces; `sort_keys` sorts all members."""
        try:
            if indent is None and sort_keys is False:
                return _codec(type(self)).encode_json(self)
            return _codec(type(self)).encode_json(self, indent=indent, sort_keys=sort_keys)
        except RecursionError:
            return write.TOO_DEEP

    def to_json(self) -> Result[JsonValue, EncodeError]:
        """The record as a tree of plain JSON values, not as text."""
        try:
            return _codec(type(self)).to_json(self)
        except RecursionError:
            return write.TOO_DEEP

    def encode_xml(
        self, *, root: str | Element | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The record as an XML document, its root named after the class unless it is said."""
        try:
            return _codec(type(self)).encode_xml(self, root=root, style=style)
        except RecursionError:
            return write.TOO_DEEP

    def to_xml(self, *, style: XmlStyle = plain) -> Result[object, EncodeError]:
        """The record as an element's content, in the form that `xmltodict.parse` gives it."""
        try:
            return _codec(type(self)).to_xml(self, style=style)
        except RecursionError:
            return write.TOO_DEEP

    def encode_query(self, *, style: QueryStyle = numbered) -> Result[str, EncodeError]:
        """The record as a query string, percent-encoded."""
        try:
            return _codec(type(self)).encode_query(self, style=style)
        except RecursionError:
            return write.TOO_DEEP

    def to_query(self, *, style: QueryStyle = numbered) -> Result[Pairs, EncodeError]:
        """The record as the names and values of a query."""
        try:
            return _codec(type(self)).to_query(self, style=style)
        except RecursionError:
            return write.TOO_DEEP

    def to_value(self) -> Result[Value, EncodeError]:
        """The record with its tags, from which every form is made."""
        try:
            return _codec(type(self)).to_value(self)
        except RecursionError:
            return write.TOO_DEEP

    def __repr__(self) -> str:
        return spelled(type(self).__name__, self.__rich_repr__())

    def __rich_repr__(self) -> list[tuple[str, object]]:
        node = record_node(type(self))
        shown: list[tuple[str, object]] = [
            (m.name, HIDDEN if m.secret else getattr(self, m.name)) for m in node.members
        ]
        return shown if node.others is None else [*shown, (node.others.name, getattr(self, node.others.name))]


def record_node(cls: object) -> n.Record:
    """The description that a record class was made with."""
    return cast(n.Record, cast(Any, cls).__record__)


def replace(record: R, **changes: Any) -> R:
    """A copy of a record with some members changed.

    >>> from ecr_decode import Record, field, integer, replace
    >>> class Size(Record):
    ...     width: int = field("width", integer)
    ...     height: int = field("height", integer)
    >>> replace(Size(width=1, height=2), height=3)
    Size(width=1, height=3)
    >>> replace(Size(width=1, height=2), depth=3)
    Traceback (most recent call last):
    TypeError: `Size` has no field 'depth'
    """
    return cast(R, msgspec.structs.replace(cast(Any, record), **changes))


def record(construct: Callable[P, O], /, *args: P.args, **members: P.kwargs) -> Codec[O]:
    """A codec over any callable: a dataclass, an attrs class, a NamedTuple, a function.

    Each member is a field, named as the parameter that takes it and the attribute that gives it back.

    >>> from dataclasses import dataclass
    >>> from ecr_decode import field, integer, record, string
    >>> @dataclass(frozen=True)
    ... class Point:
    ...     x: int
    ...     label: str = ""
    >>> point = record(Point, x=field("X", integer), label=field("label", string, default=""))
    >>> point.decode_json(b'{"X": 1}'), point.encode_json(Point(2, "b"))
    (<Success: Point(x=1, label='')>, <Success: b'{"X":2,"label":"b"}'>)
    >>> print(point.decode_json(b'{"x": 1}').failure())
    $.X: missing (did you mean "x"?)
    """
    return Codec(_described("record", construct, args, members, both_ways=True))


def decode_into(construct: Callable[P, O], /, *args: P.args, **members: P.kwargs) -> Decoder[O]:
    """A decoder into any callable; its members may be read-only, and the callable may give anything.

    >>> from ecr_decode import array, at, decode_into, field, integer
    >>> total = decode_into(lambda *, sizes: sum(sizes), sizes=field("layers", array(at("size", integer))))
    >>> total.decode_json(b'{"layers": [{"size": 1}, {"size": 2}]}')
    <Success: 3>
    >>> print(total.decode_json(b'{"layers": [{}]}').failure())
    $.layers[0].size: missing
    """
    return Decoder(_described("decode_into", construct, args, members, both_ways=False))


def _described(
    word: str,
    construct: Callable[..., Any],
    args: tuple[Any, ...],
    given: Mapping[str, Any],
    *,
    both_ways: bool,
) -> n.Record:
    must_be_function(f"{word}(...)", construct)
    name = _name_of(construct)
    if args:
        raise ValueError(f"{word}({name}, ...): members are keyword arguments, named as the parameters")
    members, rest = taken(f"{word}({name}, ...)", given, both_ways=both_ways)
    must_be_distinct(name, members, rest)
    must_be_parameters(f"{word}({name}, ...)", construct, given)
    return n.Record(name=name, construct=construct, members=tuple(members.values()), others=rest)


def _name_of(construct: Callable[..., Any]) -> str:
    name = getattr(get_origin(construct) or construct, "__name__", "record")
    return name if name.isidentifier() else "record"


def _reduced(node: n.Record) -> Any:
    """A record class's description is pickled as the class."""
    if isinstance(node.construct, RecordMeta) and record_node(node.construct) is node:
        return record_node, (node.construct,)
    return node.__reduce__()


copyreg.pickle(n.Record, _reduced)
