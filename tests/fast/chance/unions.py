"""Unions made by chance: by a tag, by kind and by trial, whose alternatives are told apart or are not."""

from __future__ import annotations

from typing import Any

from ecr_decode import (
    Codec,
    array,
    attribute,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    element,
    enum_of,
    field,
    integer,
    json_text,
    keyed_union,
    literal,
    null,
    nullable,
    number,
    one_of,
    otherwise,
    string,
    tagged_union,
)
from ecr_decode.node.style import Attribute, Element
from ecr_decode.node.written import written_classes
from tests import registry
from tests.fast.chance.maker import PLAIN_WIRES, WIRES, Chance
from tests.fast.chance.records import mapped_class, record_class
from tests.fast.chance.values import tuple_

TAGS = ("days", "hours", "", 'q"\\', "é", "None", "v1")


def cases(codecs: list[tuple[Any, Codec[Any]]]) -> Any:
    """The cases of a union, each with a class of its own."""
    taken: set[type] = set()
    joined: Any = None
    for name, codec in codecs:
        written = written_classes(codec.node)
        when = None
        if not written or taken & {*written}:
            when = type("Never", (), {})  # only read: no value is of it
        taken.update(written)
        made = case(name, codec, when=when)
        joined = made if joined is None else joined | made
    return joined


def _or_otherwise(chance: Chance, levels: int, joined: Any, probability: float) -> Any:
    return joined | otherwise(chance.codec(levels)) if chance.is_so(probability) else joined


def tagged(chance: Chance, levels: int) -> Any:
    """A union by tag; the records of some cases have the tag for a member of their own."""
    tag = chance.of(WIRES)
    made: list[tuple[Any, Codec[Any]]] = [
        (name, _tagged_case(chance, levels, tag, name)) for name in chance.some(TAGS, 1, 2, 2, 3, 7)
    ]
    if chance.is_so(0.2):
        made = [(_tags(chance, index, name), each) for index, (name, each) in enumerate(made)]
    xml = chance.of(_TAG_HINTS) if chance.is_so(0.3) else None
    return tagged_union(tag, _or_otherwise(chance, levels, cases(made), 0.3), xml=xml)


_TAG_HINTS: tuple[Attribute | Element, ...] = (
    attribute("t"),
    attribute("t", ns="urn:t"),
    element("t"),
    element("t", ns="urn:t"),
)


def _tags(chance: Chance, index: int, name: str) -> Any:
    return chance.of((name, (name, f"{name}{index}"), index, index if index > 1 else bool(index)))


def _tagged_case(chance: Chance, levels: int, tag: str, name: str) -> Codec[Any]:
    if tag not in PLAIN_WIRES or chance.is_so(0.6):
        made = chance.object(levels)
    else:
        own: Codec[Any] = chance.of(
            (string, literal(name), literal(name, "z"), literal("z"), nullable(string), integer,
             string.named("a tag"), string.refine(bool, "expected a tag"), enum_of(registry.Unit))
        )  # fmt: skip
        more = field(tag, own) if chance.is_so(0.6) else field(tag, own, default=None)
        made = record_class(chance, 0, {"m_tag": more})
    match chance.rng.randrange(12):
        case 0:
            return made.named("a case")
        case 1:
            return made.refine(registry.negated, "expected another")
        case 2:
            return made.map(_same, _same)
        case _:
            return made


def _same(value: Any) -> Any:
    return value


def _of_kind(chance: Chance, levels: int) -> dict[str, Codec[Any]]:
    return {
        "null": chance.of((null, literal(None))),
        "boolean": chance.of((boolean, literal(True))),
        "number": chance.of((integer, number, enum_of(registry.Level), literal(1), aws.double, aws.integer)),
        "string": chance.of(
            (string, base64_bytes, enum_of(registry.Unit), literal("a", "b"), json_text(chance.codec(levels)),
             string.map(registry.backwards, registry.backwards))
        ),
        "array": chance.of(
            (array(chance.codec(levels)), tuple_(chance, levels), _mapped_tuple(chance, levels))
        ),
        "object": chance.object(levels),
    }  # fmt: skip


def _mapped_tuple(chance: Chance, levels: int) -> Any:
    return tuple_(chance, levels).map(list, tuple)


def kinds(chance: Chance, levels: int) -> Any:
    made = _of_kind(chance, levels)
    joined = cases([(kind, made[kind]) for kind in chance.some(sorted(made), 1, 2, 2, 3, 6)])
    return by_kind(_or_otherwise(chance, levels, joined, 0.25))


def trial(chance: Chance, levels: int) -> Any:
    """Alternatives of any kind, tried in order."""
    names = ("x", "y", "z")[: chance.of((1, 2, 2, 3))]
    joined = cases([(name, chance.codec(levels)) for name in names])
    return one_of(_or_otherwise(chance, levels, joined, 0.2))


def keyed(chance: Chance, levels: int) -> Any:
    """Cases by the name of the one member."""
    made: list[tuple[Any, Codec[Any]]] = [
        (name, chance.codec(levels)) for name in chance.some(PLAIN_WIRES, 1, 2, 3)
    ]
    if chance.is_so(0.2):
        made.append((("k", element("l", ns="urn:l")), chance.codec(levels)))
    return keyed_union(_or_otherwise(chance, levels, cases(made), 0.2))


def either(chance: Chance, levels: int) -> Any:
    """What `a | b` joins; a decoder where it is not known what one of them writes."""
    made = [chance.codec(levels) for _ in range(chance.of((2, 2, 3)))]
    if not all(written_classes(each.node) for each in made):
        return string | integer | array(made[0])
    joined: Any = made[0]
    for each in made[1:]:
        joined = joined | each
    return joined


def trial_of_kinds(chance: Chance, levels: int) -> Any:
    """Alternatives of several kinds, tried in order."""
    made = _of_kind(chance, levels)
    chosen = [(kind, made[kind]) for kind in chance.some(sorted(made), 2, 3, 4)]
    if chance.is_so(0.5):
        chosen.append(("again", chance.object(levels)))
    return one_of(_or_otherwise(chance, levels, cases(chosen), 0.2))


def trial_of_records(chance: Chance, levels: int) -> Any:
    """Records that a name, a constant, or nothing tells apart."""
    how = chance.of(("names", "constants", "optional constants", "nothing"))
    made: list[tuple[str, Codec[Any]]] = []
    for name in chance.some(TAGS, 2, 2, 3):
        own: Any = None
        match how:
            case "names":
                own = field(f"only {name}", chance.codec(levels)) if '"' not in name else None
            case "constants":
                own = field("only", literal(*chance.of(((name,), (name, 1), (len(name),)))))
            case "optional constants":
                own = field("only", literal(name), default=None)
            case _:
                pass
        more = {} if own is None else {"m_own": own}
        made.append((name, record_class(chance, levels, more)))
    if chance.is_so(0.2):
        made.append(("mapped", mapped_class(chance, levels)))
    return one_of(_or_otherwise(chance, levels, cases(made), 0.2))
