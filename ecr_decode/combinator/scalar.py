"""The scalars of JSON, strict: nothing is coerced."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID

from ..codec import Codec
from ..node import kinds as n
from ..node.kinds import JsonValue

string: Codec[str] = Codec(n.String())
"""Text."""

integer: Codec[int] = Codec(n.Integer())
"""An integer, exact from -2^63 to 2^63-1; True is none."""

number: Codec[float] = Codec(n.Number())
"""A number, as the nearest double."""

boolean: Codec[bool] = Codec(n.Bool())
"""True or false."""

null: Codec[None] = Codec(n.JsonNull())
"""Null."""

big_integer: Codec[int] = Codec(n.BigInteger())
"""An integer of up to 4,300 digits, exact; a sign counts as a digit."""

decimal: Codec[Decimal] = Codec(n.Decimal())
"""A number, its digits and exponent kept.

| input | result |
|---|---|
| `1.10`, `1e400`, `-0` | `Decimal("1.10")`, `Decimal("1E+400")`, `Decimal("-0")` |
| `"1.10"` | an error: `json_text(decimal)` reads numbers in quotes |
| more than 4,300 digits (a sign counts), or more than 18 in the exponent | an error |
| in `of_json`: a `Decimal`, an integer, or a float `x` | itself, itself, `Decimal(repr(x))` |
| in XML: ` 1.10 `, `+1`, `.5`, `5.` | as XML Schema spells decimals |
"""

iso_date: Codec[date] = Codec(n.Textual(n.TextFormat.DATE))
"""A date of RFC 3339, such as `2024-02-29`.

| input | result |
|---|---|
| `"0999-12-31"` | the year 999: always four digits |
| `"2024-2-9"`, `"20240209"`, `"2024-02-09T00:00:00Z"`, `"2024-02-09Z"` | an error |
| `"2023-02-29"`, `"0000-01-01"` | an error: no calendar has it |
"""

iso_datetime: Codec[datetime] = Codec(n.Textual(n.TextFormat.DATE_TIME))
"""A date and time of RFC 3339, with its zone; the offset is kept, and UTC is written `Z`.

| input | result |
|---|---|
| `"2024-02-29t12:00:00z"` | the same as with capitals |
| `"2024-02-29T12:00:00-00:00"` | UTC |
| `"2024-02-29T12:00:00.123456789Z"` | `.123456`: what follows the microseconds is cut off |
| `"2024-02-29T12:00:00"`, `"2024-02-29 12:00:00Z"`, `"2024-02-29T12:00Z"`, `"20240229T120000Z"` | an error |
| `"2016-12-31T23:59:60Z"`, `"2024-02-29T24:00:00Z"` | an error: a `datetime` holds neither |
"""

iso_time: Codec[time] = Codec(n.Textual(n.TextFormat.TIME))
"""A time of day of RFC 3339, with its zone; the table of `iso_datetime` holds for its parts."""

uuid_text: Codec[UUID] = Codec(n.Textual(n.TextFormat.UUID))
"""A UUID as 32 hexadecimal digits in five groups with dashes, written in lower case.

| input | result |
|---|---|
| `"F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"` | the same as in lower case |
| `"f81d4fae7dec11d0a76500a0c91e6bf6"`, `"{f81d4fae-...}"`, `"urn:uuid:f81d4fae-..."` | an error |
"""

json_value: Codec[JsonValue] = Codec(n.AnyJson())
"""Any JSON value, left as it is."""
