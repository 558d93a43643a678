"""The sink of JSON: Python values, which a serializer writes.

`STRUCTS` leaves records as Structs for msgspec, in most cases the records themselves. `TREES` leaves dicts
for orjson, the serializer of the plain writer: for descriptions without records, which it writes faster, with
parts that are written plainly; `FREE_TREES` for those with values that have no description (see `tree`).
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable, Iterable, Sequence, Set
from typing import TYPE_CHECKING, Any

import msgspec
import orjson

from ...error.findings import Fault, Findings
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.claims import claimed
from ...node.facts import facts
from ...node.native import reachable
from ...write import json
from ..doubt import Doubt
from ..source import Body, spelled
from ..tree import OPTIONS
from . import called
from .choice.decided_json import decided_by_rest, decided_in_json
from .choice.tags import has_any_members
from .choice.tried_json import tried_in_json
from .moment import encode, write_moment, write_seconds
from .place import ANEW, ANYWHERE, SAME, Front, Held, NoStructsError, Part, Place, Written
from .plainly import json_tree
from .record import attribute_of, none_is_omitted
from .structs import constant, is_written_as_it_is, may_be_absent, struct

if TYPE_CHECKING:
    from .emitter import Emitter

_FEW = 4
"""So many names are looked for one by one in less time."""


class JsonSink:
    """What JSON is made of.

    The methods are what the emitter asks of every sink. Each adds lines, or gives a part of one. What is
    written of a value is left in the variable that held the value.
    """

    most_levels = MOST_LEVELS
    """How many containers may stand around a value."""
    is_text = False
    """Whether all that is written is text, with the attributes of its element in another variable."""
    nothing = "{}"
    """The source of an object without members."""
    absent = msgspec.UNSET
    """What says that a member is not written, where None does not."""

    def __init__(
        self,
        dumps: Callable[..., bytes],
        options: int = 0,
        *,
        native: Set[n.TextFormat] = frozenset(),
        structs: bool = False,
        takes_more: bool = False,
    ) -> None:
        self.dumps = dumps
        self.options: str = f", None, {options}" if options else ""
        """The source of what `dumps` takes beside the value."""
        self.is_free: bool = bool(options & orjson.OPT_PASSTHROUGH_SUBCLASS)
        """Whether it is for values without a description: texts and maps must be exactly `str` and `dict`.

        Other parts may be texts of their own.
        """
        self.native = native
        """The formats of which the serializer takes the values, and spells them as the plain writer does."""
        self.structs = structs
        self.takes_more: bool = structs or takes_more
        """Whether the serializer takes names that are no texts, and integers of any size."""
        self.takes_finite: bool = not self.takes_more
        """Whether the serializer spells every finite double as the plain writer does."""

    # scalars

    def scalar(self, e: Emitter, node: n.ScalarNode, var: str, place: Place) -> Written:
        """Write a scalar that was checked."""
        match node:
            case n.Number():
                return self._number(e, var)
            case n.Timestamp() | n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS):
                return write_seconds(e, var)
            case n.FormattedTime() | n.Textual():
                return write_moment(e, node, var)
            case n.Blob() if not self.structs:
                e.body.line(f"{var} = {e.body.name(b2a_base64)}({var}, newline=False).decode()")
                return ANEW
            case _:
                return SAME

    def _number(self, e: Emitter, var: str) -> Written:
        usual = _USUAL.format(var) if self.takes_more else f"{var} < 1e999 and {var} > -1e999"
        if e.careful:
            double = called.double if not self.takes_more else called.spelled_double
            if e.is_exact:  # which serializer writes it depends on the values
                double = called.alike_double
            e.body.line(f"if type({var}) is not float or not ({usual}): {var} = {e.body.name(double)}({var})")
            return ANEW
        e.is_hasty = True
        e.doubt_if(f"type({var}) is not float or not ({usual})")
        return SAME

    def text(self, body: Body, var: str, place: Place) -> Written:
        """Write a text that is known to be one."""
        return ANEW

    def any_json(self, e: Emitter, var: str) -> Written:
        """Write a value without a description."""
        if self.structs:
            raise NoStructsError
        e.collect_trees(f"if {var} is not None and type({var}) is not str: {{}}.append({var})")
        return SAME

    def is_null(self, body: Body, var: str, written: Written) -> str | None:
        """The test whether null was written, or None if it never is."""
        return f"{var} is None"

    # containers

    def item(self, var: str, written: Written, place: Place) -> str:
        """The source of an item as it stands in its list."""
        return var

    def sequence(self, items: Sequence[str], rest: str | None) -> str:
        """The source of a tuple of variables that hold items as they stand there, and the rest of them."""
        return f"({''.join(f'{item}, ' for item in items)}{'' if rest is None else f'*{rest}'})"

    def levels_of_a_map(self, place: Place) -> int:
        """How many containers stand around the values of a map."""
        return 1

    def entry(self, e: Emitter, made: str, entry: tuple[str, str], written: Written, place: Place) -> None:
        """Add an entry to a map: the variables of its key and its value."""
        e.body.line(f"{made}[{entry[0]}] = {entry[1]}")

    def entries(self, body: Body, made: str, var: str, place: Place) -> None:
        """Write a map of all entries."""
        body.line(f"{var} = {made}")

    def key_place(self, e: Emitter, case: n.Case, place: Place) -> Place:
        """Where the value of a key stands."""
        return ANYWHERE

    def step(self, body: Body, step: str, var: str, written: Written, place: Place) -> None:
        """Write an object with one member."""
        body.line(f"{var} = {{{spelled(step)}: {var}}}")

    # records

    def member_place(self, e: Emitter, member: n.Member, var: str, place: Place) -> Place:
        """Where a member stands."""
        return ANYWHERE

    def member(self, e: Emitter, member: n.Member, var: str, written: Written, place: Place) -> None:
        """A member stands in its record as it is."""

    def tag_name(self, by: n.ByTag) -> str:
        """The name of a tag."""
        return by.tag

    def front(self, e: Emitter, tags: Held) -> Front:
        """The source of the attributes and elements that tags are, before all members."""
        return "", ""

    def record(
        self,
        e: Emitter,
        node: n.Record,
        tags: Held,
        parts: Sequence[Part],
        var: str,
        *,
        front: Front,
        place: Place,
    ) -> Written:
        """Write a record of these members."""
        if not self.structs:
            self._dict(e, node, tags, parts, var)
            return ANEW
        if node.others is not None:
            raise NoStructsError
        if not tags and is_written_as_it_is(node) and all(part.same for part in parts):
            return SAME
        members = [part.member for part in parts]
        names = (*(member.wire for member in members), *dict(tags))
        if all(map(n.is_struct_name, names)) and not any(bool in held.types for _, held in tags[:1]):
            values = [*(constant(held) for _, held in tags[1:]), *(part.var for part in parts)]
            e.body.line(f"{var} = {e.body.name(struct(node, members, tags))}({', '.join(values)})")
        else:
            self._dict(e, node, tags, parts, var)
        return ANEW

    def _dict(self, e: Emitter, node: n.Record, tags: Held, parts: Sequence[Part], var: str) -> None:
        written, found = e.body.variable(), None
        first = [f"{spelled(name)}: {constant(held)}" for name, held in tags]
        rest = list(parts)
        while rest and not may_be_absent(rest[0].member):
            part = rest.pop(0)
            first.append(("**" if part.member.inline else f"{spelled(part.member.wire)}: ") + part.var)
        if node.others is not None:
            names = {claim.wire for claim in claimed(node)} | dict(tags).keys()
            found = self._others(e, node.others, names, var)
            if not rest:
                first.append(f"**{found}")
        e.body.line(f"{written} = {{{', '.join(first)}}}")
        for part in rest:
            test = ""
            if may_be_absent(part.member):
                absent = "None" if none_is_omitted(part.member) else e.body.name(self.absent)
                test = f"if {part.var} is not {absent}: "
            put = " |= " if part.member.inline else f"[{spelled(part.member.wire)}] = "
            e.body.line(f"{test}{written}{put}{part.var}")
        if found is not None and rest:
            e.body.line(f"{written}.update({found})")
        e.body.line(f"{var} = {written}")

    def _others(self, e: Emitter, others: n.Others, known: set[str], var: str) -> str:
        """The variable of the members that have no names of their own, none of which is a known one."""
        found = e.body.variable()
        e.body.line(f"{found} = {attribute_of(var, others.name)}")
        if isinstance(others.node, n.AnyJson):
            e.doubt_if(f"type({found}) is not dict")
            e.collect_trees(f"if {found}: {{}}.append({found})")
        else:
            e.write(n.Dict(others.node), found, ANYWHERE)
        if len(known) > _FEW:
            e.doubt_if(f"{found} and not {e.body.name(frozenset(known))}.isdisjoint({found})")
        else:
            for name in sorted(known):
                e.doubt_if(f"{spelled(name)} in {found}")
        return found

    # unions

    def decides(self, e: Emitter, node: n.Union, case: n.Case, var: str, place: Place) -> bool:
        """Whether the kind of what a case writes decides for it again; lines doubt values of another one."""
        return decided_in_json(node, case) or decided_by_rest(e, node, case, var)

    def settles(self, e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str, place: Place) -> bool:
        """Whether earlier alternatives refuse what a node writes; lines doubt values that they may take."""
        return tried_in_json(e, earlier, written, var)

    def lacks(self, node: n.Node, by: n.ByTag) -> bool:
        """Whether nothing that a node writes has a member where the tag of a union stands."""
        names = facts(node).names
        return names is not None and by.tag not in names

    def lacks_keys(self, e: Emitter, node: n.Node, union: n.Union, var: str, place: Place) -> bool:
        """Whether nothing that a node writes has a key of a union; a line may doubt what has one."""
        known = facts(node)
        if has_any_members(node):
            e.doubt_if(f"type({var}) is dict and not {e.body.name(frozenset(union.tags))}.isdisjoint({var})")
            return True
        has_none = known.names is not None and known.names.isdisjoint(union.tags)
        return has_none or "object" not in known.writes

    # functions

    def plain_writer(self, e: Emitter, node: n.Node, place: Place) -> Callable[[Any, int], Any]:
        """What writes a part plainly, told how many containers stand around it."""
        if self.structs and not e.checks:
            raise NoStructsError
        return json_tree(node, checks=e.checks)


def spells_alike(numbers: Iterable[float]) -> bool:
    """Whether both serializers spell some doubles alike, which depends on their versions."""
    return all(encode(number) == orjson.dumps(number) for number in numbers)


_USUAL = (
    "{0} < 1e16 and {0} > -1e16"
    if spells_alike((9.9e-5, 1e-5, 3.2e-6, 1.25e-7, 1e-10, 5e-324, 1e15, 9.87654321e15))
    else "{0} < 1e15 and {0} >= 1e-4 or {0} <= -1e-4 and {0} > -1e15 or {0} == 0.0"
)
"""The test of a double that both serializers spell alike."""


def _exact(tree: Any) -> bytes:
    text = json.dump(tree, None, Findings(most=0))
    if isinstance(text, Fault):
        raise Doubt
    return text


STRUCTS = JsonSink(encode, native={*n.TextFormat}, structs=True)
TREES = JsonSink(orjson.dumps, orjson.OPT_UTC_Z, native={*n.TextFormat} - {n.TextFormat.TIME})
FREE_TREES = JsonSink(orjson.dumps, OPTIONS, native={n.TextFormat.UUID})
_EXACT = JsonSink(_exact, takes_more=True)


def trees(node: n.Node) -> JsonSink:
    """The sink for a description whose records are dicts."""
    return _EXACT if is_exact(node) else FREE_TREES if facts(node).free else TREES


def is_exact(node: n.Node) -> bool:
    """Whether a description has numbers that only one of the serializers writes."""
    return any(isinstance(each, n.Decimal | n.BigInteger) for each in reachable(node).values())
