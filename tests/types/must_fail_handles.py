"""Mistakes in handling codecs, decoders and encoders, each refused by both type checkers."""

from __future__ import annotations

from enum import Enum

from returns.result import Failure, Result, Success

from ecr_decode import (
    Codec,
    Decoder,
    Encoder,
    Kept,
    array,
    at,
    base64_bytes,
    boolean,
    decimal,
    describe,
    dict_of,
    enum_of,
    fail,
    integer,
    iso_date,
    json_text,
    json_value,
    keep_text,
    lazy,
    literal,
    non_empty,
    number,
    one_or_many,
    outcome,
    result_of,
    string,
    succeed,
    tuple_of,
    uuid_text,
)


class Size(Enum):
    SMALL = "s"


length = string.map(len)


def half(n: int) -> Result[int, str]:
    return Success(n // 2) if n % 2 == 0 else Failure("expected an even number")


# one direction where two are needed

length.encode_json(4)  # refused: a decoder does not write
length.to_value(4)  # refused: a decoder does not write
length.check(4)  # refused: a decoder holds nothing that could be made
both: Codec[int] = length  # refused: a decoder is no codec
both_again: Codec[int] = integer.try_map(half)  # refused: without the way back it only reads
at_index: Codec[str] = at("tags", 0, string)  # refused: an index has no way back
of_decoder: Codec[tuple[int, ...]] = array(length)  # refused: what only reads within makes what only reads
encoder = string.contramap(str)
encoder.decode_json(b"1")  # refused: an encoder does not read

# variance

wide: Codec[object] = string  # refused: a codec is invariant
narrow: Decoder[bool] = integer  # refused: a decoder of integers may read others than booleans
wider: Encoder[object] = string  # refused: an encoder of strings cannot write every object

# functions of a wrong type

string.map(abs)  # refused: a text has no absolute value
string.map(len, str.upper)  # refused: the way back takes what the way there gives
string.map(int, abs)  # refused: the way back must give a text
string.try_map(len)  # refused: the function must return a Result
integer.try_map(half, str)  # refused: so must its inverse
integer.bind(half)  # refused: bind chooses a decoder
integer.refine(str.isdigit, "expected digits")  # refused: a test of another type
integer.refine(lambda n: n > 0)  # refused: a refinement needs its words
encoder_of_text: Encoder[int] = string.contramap(abs)  # refused: what is written must be a text
string.constrain(min_lenght=1)  # refused: a misspelled constraint
string.constrain(pattern=5)  # refused: a pattern is a text

# values of a wrong type

integer.encode_json("1")  # refused: wrong value
integer.encode_json(1, indent="  ")  # refused: an indent is a number of spaces
integer.encode_json(1, sort_keys=None)  # refused: members are sorted or not
array(integer).encode_json(("a",))  # refused: wrong items
tuple_of(string, integer).encode_json(("a", "b"))  # refused: wrong second item
tuple_of(string, integer).encode_json(("a",))  # refused: too few items
pair: Codec[tuple[str, str]] = tuple_of(string, integer)  # refused: the items have types of their own
tuple_of(string, int)  # refused: a type is no codec
array(int)  # refused: a type is no codec
array(integer, integer)  # refused: an array has items of one codec
non_empty([integer])  # refused: a list is no codec
one_or_many(integer).encode_json(1)  # refused: the value is always a tuple
dict_of(integer).encode_json({1: 1})  # refused: keys are text
literal(1.5)  # refused: no constant of a kind that has exact values
small: Codec[int] = literal("s")  # refused: a literal keeps the type of its values
enum_of(Size).encode_json("s")  # refused: the text of a member is not the member
enum_of(str)  # refused: not an enumeration
decimal.encode_json(1.5)  # refused: a double is not exact
iso_date.encode_json("2024-02-29")  # refused: the value is a date
uuid_text.encode_json("f81d4fae-7dec-11d0-a765-00a0c91e6bf6")  # refused: the value is a UUID
base64_bytes.encode_json("AA==")  # refused: the value is bytes
boolean.encode_json(1)  # refused: an integer is no boolean
number.encode_json("1.5")  # refused: a text is no number
json_text(str)  # refused: a type is no codec
defaulted: Codec[int] = at("a", integer, default=None)  # refused: None is a value as well
at("a", 1.5, integer)  # refused: a step is a name or an index
lazy(integer)  # refused: lazy takes a function
recursive: Codec[str] = lazy(lambda: integer)  # refused: of another type
succeed(1).encode_json(1)  # refused: nothing to write
fail(404)  # refused: an error has words
describe(5)  # refused: not a codec
integer.decode_json(5)  # refused: a document is bytes or text
text: str = outcome(string.decode_json(b'""'))  # refused: it may be an error

dict_of(string, keys=array)  # refused: keys are read by a codec
dict_of(string, keys=json_value)  # refused: a list is no key
by_text: Codec[dict[str, str]] = dict_of(string, keys=integer)  # refused: the keys are integers
three: Codec[tuple[str, int, int]] = tuple_of(string, integer, rest=integer)  # refused: of any length
tuple_of(string, rest=int)  # refused: a type is no codec
sizes: Codec[tuple[int, ...]] = array(result_of(integer))  # refused: the items are Results
result_of(int)  # refused: a type is no codec
kept: Codec[str] = keep_text(string)  # refused: it keeps the value as well
Kept("a")  # refused: the value is missing
