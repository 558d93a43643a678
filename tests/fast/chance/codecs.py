"""Codecs made by chance: descriptions of every kind nested in one another, with awkward names and values.

What chooses is a `random.Random`. One that Hypothesis hands out makes failures shrink; a plain one is faster,
and a seed names what it makes.
"""

from __future__ import annotations

from random import Random
from typing import Any

from ecr_decode import Decoder, array, at, decode_into, fail, nullable, succeed
from tests.fast.chance import logs, records, recursion, unions, values
from tests.fast.chance.maker import WIRES, Chance, Make

MOST_LEVELS = 4

_OBJECTS: tuple[Make, ...] = (
    records.record_class, records.record_class, records.record_class, records.record_of, records.mapped_class,
    values.dict_, recursion.tree,
)  # fmt: skip
_NESTED: tuple[Make, ...] = (
    values.array_, values.array_, values.array_, values.dict_, values.dict_, values.tuple_,
    values.nullable_, values.nullable_, values.text, values.at_, values.transformed, values.transformed,
    values.items, values.result, values.result,
    records.record_class, records.record_class, records.record_class, records.record_class,
    records.record_of, records.record_of, records.record_of, records.mapped_class,
    unions.tagged, unions.tagged, unions.kinds, unions.kinds, unions.trial, unions.trial,
    unions.trial_of_kinds, unions.either, unions.keyed, unions.trial_of_records, unions.trial_of_records,
    logs.logged,
    recursion.tree, recursion.term, recursion.mutual, recursion.anew, recursion.lazily,
)  # fmt: skip


def chance_of(rng: Random) -> Chance:
    """Chance that chooses from all makers."""
    return Chance(rng, values.scalar, _NESTED, _OBJECTS)


def any_decoder(rng: Random) -> Decoder[Any]:
    """Mostly a codec; sometimes what only reads."""
    chance = chance_of(rng)
    codec = chance.codec(MOST_LEVELS)
    match rng.randrange(14):
        case 0:
            return array(codec.map(repr))
        case 1:
            return nullable(codec.map(values.raise_sometimes))
        case 2:
            return codec.bind(
                lambda found: succeed(found) if len(repr(found)) % 3 else fail("expected another")
            )
        case 3:
            return at("a", 0, codec) if chance.is_so(0.5) else array(at(chance.of(WIRES), 1, codec))
        case 4:
            return decode_into(records.gathered, **records.fields(chance, 2))
        case 5:
            return array(codec.bind(lambda found: at(str(found)[:1], codec)))
        case _:
            return codec
