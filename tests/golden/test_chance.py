"""What verbs say of documents and values made by chance, for codecs that differ in structure, as it was.

    UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/golden/test_chance.py

writes the files again. The plain interpreters speak alone: tests of the compiled paths compare with them.
"""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

import msgspec
import pytest
import xmltodict
from returns.result import Failure, Result, Success

from ecr_decode import describe, plain_only
from ecr_decode.guard import is_dict
from ecr_decode.node.facts import decides, facts, height
from ecr_decode.node.written import written_classes
from ecr_decode.parse.json import parse
from tests.fast import xml_damage
from tests.fast.comparison import STYLES
from tests.fast.damage import damaged
from tests.fast.documents import document
from tests.registry import CODECS, Entry
from tests.structure import STRUCTURES

FOLDER = Path(__file__).parent / "chance"
INPUTS = 3
_MOST_LINES = 8
_LONGEST = 240

Said = tuple[str, Result[Any, Any]]
Inputs = Callable[["Entry", Random], Iterator[tuple[object, list[Said]]]]


def reading(entry: Entry, rng: Random) -> Iterator[tuple[object, list[Said]]]:
    """Documents and trees in which some part is of another kind."""
    codec = entry.codec
    for _ in range(INPUTS):
        raw = document(codec.node, rng, 0.25).encode()
        tree, reason = parse(raw)
        of_tree = [] if reason else [("of_json", codec.of_json(tree))]
        yield raw, [("decode_json", codec.decode_json(raw)), *of_tree]
    for style in STYLES:
        written = codec.encode_xml(entry.example, root="r", style=style).value_or(b"<r><kind>days</kind></r>")
        tree = xmltodict.parse(written)["r"]
        wrong = damaged(tree, rng)
        yield tree, [("of_xml", codec.of_xml(tree, style=style))]
        yield wrong, [("of_xml", codec.of_xml(wrong, style=style))]
        for change in (xml_damage.mutated, xml_damage.change_text, xml_damage.change_text, xml_damage.insert):
            raw = change(written, rng)
            yield raw, [("decode_xml", codec.decode_xml(raw, style=style))]


def writing(entry: Entry, rng: Random) -> Iterator[tuple[object, list[Said]]]:
    """Values, and such in which a part was replaced."""
    codec = entry.codec
    values = [entry.example]
    for _ in range(2 * INPUTS):
        values += codec.decode_json(document(codec.node, rng, 0)).map(lambda each: [each]).value_or([])
    wrong = [damaged(each, rng) for each in (values * INPUTS)[: 2 * INPUTS]]
    for value in (*values[:INPUTS], *filter(_is_whole, wrong)):
        style = rng.choice(STYLES)
        yield (
            value,
            [
                ("check", codec.check(value)),
                ("encode_json", codec.encode_json(value)),
                ("encode_xml", codec.encode_xml(value, root="r", style=style)),
                ("to_xml", codec.to_xml(value, style=style)),
                ("to_query", codec.to_query(value)),
            ],
        )


def described(entry: Entry, rng: Random) -> Iterator[tuple[object, list[Said]]]:
    """How a description is shown, alone and inside another, and what is known of it."""
    node = entry.codec.node
    known = msgspec.structs.asdict(facts(node))
    known |= {"height": height(node), "decides": decides(node), "written": written_classes(node)}
    for text in (node.spell(inside=False), node.spell(inside=True), describe(entry.codec)):
        yield _Line(text.replace("\n", "; ")), []
    for name, fact in known.items():
        yield _Line(f"{name}: {_sorted(fact)}"), []


class _Line(str):
    """A text that is shown as it is."""

    __slots__ = ()
    __repr__ = str.__str__


def _sorted(fact: Any) -> str:
    """A fact whose sets have an order."""
    if issubclass(type(fact), frozenset):
        return f"({', '.join(sorted(map(_sorted, fact)))})"
    if not is_dict(fact):
        return repr(fact)
    return f"{{{', '.join(sorted(f'{name}: {_sorted(each)}' for name, each in fact.items()))}}}"


def _is_whole(value: object) -> bool:
    """Whether a value can be shown: a dataclass may have lost a member."""
    if not dataclasses.is_dataclass(value):
        return True
    return all(hasattr(value, each.name) for each in dataclasses.fields(value))


_SECTION = re.compile("^# (.*)\n((?: .*\n|> .*\n)*)", re.MULTILINE)
_UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def sections(file: Path) -> dict[str, str]:
    """The text of each codec; when it is written again, these are the codecs that differ now."""
    kept: dict[str, str] = dict(_SECTION.findall(file.read_text("utf-8")))
    return {name: kept.get(name, "") for name in STRUCTURES} if _UPDATE else kept


_LARGE = re.compile(r"(\d)e\+(\d)")


def _lines(inputs: Inputs, name: str) -> Iterator[str]:
    for said in inputs(CODECS[name], Random(name)):
        yield from shown(*said)


@pytest.mark.parametrize("inputs", [reading, writing, described], ids=lambda inputs: inputs.__name__)
def test_results_are_as_they_were(inputs: Inputs) -> None:
    file = FOLDER / f"{inputs.__name__}.txt"
    kept = sections(file)
    with plain_only():
        found = {
            name: _LARGE.sub(r"\1e\2", "".join(_lines(inputs, name)))  # some versions of orjson write no plus
            for name in kept
        }
    if _UPDATE:
        file.write_text("".join(f"# {name}\n{text}" for name, text in found.items()), "utf-8")
    else:
        assert len(kept) > 50
        assert [name for name, text in found.items() if text != kept[name]] == []
        assert found == kept


def shown(given: object, said: list[Said]) -> Iterator[str]:
    """An input, and below what each verb gives, or what is wrong."""
    yield f"> {_short(repr(given))}\n"
    before: dict[tuple[str, ...], str] = {}
    for verb, result in said:
        whole = result.unwrap() if isinstance(result, Success) else str(result.failure())
        lines = whole.splitlines() if isinstance(result, Failure) else [] if whole is given else [repr(whole)]
        told = tuple(map(_short, lines[:_MOST_LINES]))
        if told in before:
            yield f"  {verb}, as {before[told]}\n"
        else:
            before[told] = verb
            yield f"  {verb}\n"
            yield from (f"    {line}\n" for line in told)


def _short(text: str) -> str:
    plain = _ADDRESS.sub("", text).encode("ascii", "backslashreplace").decode()
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}... {len(plain)} {crc32(plain.encode())}"


_ADDRESS = re.compile(" at 0x[0-9a-f]+")
