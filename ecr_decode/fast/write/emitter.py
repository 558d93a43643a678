"""The emitter: one walk over a description, which writes the source of all functions of one encoder.

What is written stands in the variable that held the value. The sink says what that is for each form; checks,
omission, tags, recursion, and what is left to the plain interpreter are the same for every form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from ...node import kinds as n
from ...node.facts import facts
from ...node.walk import unfold
from ..source import UnsuitedError, definition, load
from .container import write_array, write_dict, write_tuple
from .elsewhere import write_at, write_kept, write_text
from .fragment import write_fragment
from .json import STRUCTS, TREES, is_exact, trees
from .lines import Lines
from .place import ANEW, ANYWHERE, SAME, NoStructsError, Place, Tags, Written
from .record import write_record
from .rule import open_success, write_rule, write_unmapped
from .scalar import write_scalar
from .union import write_union

if TYPE_CHECKING:
    from .json import JsonSink
    from .lines import Sink

PartKey: TypeAlias = "tuple[Sink, int, Place, Tags]"
"""What a part is: a description, by its identity, and where it stands."""

_MOST_PASSES = 4

_MOST_BLOCKS = 14
"""How many blocks nest in a function before the rest gets its own; Python takes no more than 20 loops."""


def _names_elements(node: n.Node, place: Place) -> bool:
    """Whether what is written of a node has elements that are no members: a hint gives those no prefix."""
    if isinstance(node, n.Array | n.Tuple | n.Dict):
        return not (place.prefix or place.free)
    return isinstance(node, n.At | n.AnyJson)


class Emitter(Lines):
    """Writes the functions of one encoder: one for the root, and one for each part that stands apart.

    One that `checks` asks for the constraints of the model as well; what it writes is not looked at. One that
    is `careful` converts integers that stand for numbers, where others doubt them. Parts that are not among
    `altered` are taken to write the value itself; `found` tells which do not. Without it, none is.
    """

    def __init__(
        self,
        sink: Sink,
        *,
        checks: bool = False,
        careful: bool = False,
        spaces: bool = False,
        level: str = "",
        altered: frozenset[PartKey] | None = None,
    ) -> None:
        super().__init__(sink, level)
        self.altered = altered
        self.found: set[PartKey] = set()
        self.spaces = ", spaces" if spaces else ""
        """What functions are given beside values: the prefixes of a document with namespaces."""
        self.checks = checks
        self.careful = careful
        self.is_exact: bool = False
        """Whether there are numbers that only one of the serializers writes."""
        self.is_hasty: bool = False
        """Whether there are numbers or times that only a careful emitter takes."""
        self.needs_structs = False
        """Whether msgspec writes some parts in less time than orjson: records, times, integers as keys."""
        self.inline: set[PartKey] = set()
        """The records and unions that are written already; in another place they get functions."""
        self.functions: dict[PartKey, tuple[str, n.Node]] = {}
        """By the identity of the description, which is kept with the name so that no other takes it."""
        self.todo: list[tuple[str, Sink, n.Node, Place, Tags]] = []
        self.parts: list[str] = []

    @classmethod
    def of(cls, node: n.Node, *, checks: bool, careful: bool, level: str = "") -> Emitter:
        """The emitter that has written a description as JSON, by the sink that suits it."""
        try:
            return cls._settled(STRUCTS, node, checks=checks, careful=careful, level=level)
        except NoStructsError:
            return cls._settled(trees(node), node, checks=checks, careful=careful, level=level)

    @classmethod
    def _settled(cls, sink: JsonSink, node: n.Node, **options: Any) -> Emitter:
        """The same, where it is known which parts write the value itself.

        All are taken to do so at first. A part that holds one that does not is found in the next pass.
        """
        altered: frozenset[PartKey] = frozenset()
        for _ in range(_MOST_PASSES):
            emitter = cls(sink, altered=altered, **options)
            emitter.root(node)
            if emitter.found <= altered:
                return emitter
            altered |= emitter.found
        emitter = cls(sink, **options)
        emitter.root(node)
        return emitter

    def root(self, node: n.Node, place: Place = ANYWHERE) -> Written:
        """The lines that make of the variable `value` what is written of it."""
        self.is_exact = is_exact(node)
        most = self.sink.most_levels
        written = self._told(node, "value", place, ())
        self.prove_all()
        if self.most > most:
            raise UnsuitedError
        self._write_parts()
        if self.sink is STRUCTS and not self.needs_structs and trees(node) is TREES:
            raise NoStructsError
        return written

    def _write_parts(self) -> None:
        sink, body = self.sink, self.body
        while self.todo:
            self.parts.append(self._part(*self.todo.pop()))
        self.go_back(sink, body)

    def late(self, write: Callable[[Emitter], Written], sink: Sink) -> Any:
        """The function of a part, in a module of its own: it is told how many containers stand around it."""
        spaces = bool(self.spaces)
        part = Emitter(sink, checks=self.checks, careful=self.careful, spaces=spaces, level="level")
        part.is_exact = self.is_exact
        last = part.returned(write(part))
        part.prove_all()
        part._write_parts()
        return part.leveled(last)

    def leveled(self, last: str, known: Mapping[str, Any] = {}) -> Any:
        """The function of all lines and a last one, which is told how many containers stand around it."""
        most = f"if level > {self.sink.most_levels - self.most}: raise doubt"
        return self.function("value, level" + self.spaces, [most, *self.body.lines, last], known)

    def function(self, parameters: str, lines: list[str], known: Mapping[str, Any]) -> Any:
        """The function of these lines, in one module with the functions of the parts that stand apart."""
        text = "\n".join((*self.parts, definition("encode", parameters, lines)))
        return load(text, {**self.body.known, **known})["encode"]

    def write(self, node: n.Node, var: str, place: Place) -> Written:
        """Leave in the variable what is written of it; the plain interpreter writes what does not suit."""
        begin = self.begin_part()
        try:
            return self.suited(node, var, place)
        except UnsuitedError:
            if self.body.room < 0 or not place.is_whole:
                raise
            del self.body.lines[begin:]
            return self.plainly(node, var, place)

    def suited(self, node: n.Node, var: str, place: Place, tags: Tags = ()) -> Written:
        """The same, where the node itself suits; with tags in front of the members of a record."""
        if self.blocks > _MOST_BLOCKS:
            return self._apart(node, var, place, tags)
        if isinstance(node, n.Record | n.Union):
            key = self.sink, id(node), place, tags
            if key in self.inline:
                return self._apart(node, var, place, tags)
            self.inline.add(key)
        return self._told(node, var, place, tags)

    def _told(self, node: n.Node, var: str, place: Place, tags: Tags) -> Written:
        if place.ns and _names_elements(node, place):
            raise UnsuitedError
        may_be_fragment = self.sink.is_free and not (tags or place.among)
        if may_be_fragment and write_fragment(self, node, var):
            return ANEW
        match node:
            case n.Record():
                return write_record(self, node, var, place, tags)
            case n.Named():
                return self.suited(node.item, var, place, tags)
            case n.Refine():
                if node.on_read or self.checks:
                    write_rule(self, node, var)
                written = self.suited(node.item, var, place, tags)
                self.forget(var)
                return written
            case n.Transform():
                write_unmapped(self, node, var)
                return self.suited(node.item, var, place, tags)._replace(same=False)
            case n.ResultOf():
                open_success(self, var)
                return self.suited(node.item, var, place, tags)._replace(same=False)
            case n.Union():
                return write_union(self, node, var, place, tags)
            case n.Lazy():
                below = unfold(node)
                if below is None:
                    raise UnsuitedError
                return (self._apart if facts(node).recursive else self.suited)(below, var, place, tags)
            case _ if tags:
                raise UnsuitedError
            case n.JsonText() if not place.repeated:
                return write_text(self, node, var, place)
            case n.Scalar() if not place.repeated:
                return write_scalar(self, node, var, place)
            case n.Array() if not place.inline:
                return write_array(self, node, var, place)
            case n.Tuple() if not place.inline:
                return write_tuple(self, node, var, place)
            case n.Dict() if not place.inline:
                return write_dict(self, node, var, place)
            case n.At() if place.is_whole:
                return write_at(self, node, var, place)
            case n.AnyJson() if place.is_whole:
                return self.sink.any_json(self, var)
            case n.KeptText() if not place.repeated:
                return write_kept(self, node, var, place)
            case (
                n.Bind()
                | n.KeptText()
                | n.JsonText()
                | n.Scalar()
                | n.Array()
                | n.Tuple()
                | n.Dict()
                | n.At()
                | n.AnyJson()
            ):
                raise UnsuitedError
            case _:
                assert_never(node)

    # functions of parts

    def plainly(self, node: n.Node, var: str, place: Place) -> Written:
        """Leave in the variable what the plain interpreter writes."""
        return self.called(self.body.name(self.sink.plain_writer(self, node, place)), var, self.spaces)

    def _apart(self, node: n.Node, var: str, place: Place, tags: Tags) -> Written:
        """Leave in the variable what a function of its own writes."""
        place = place._replace(prefix="")  # a variable of this function
        key = self.sink, id(node), place, tags
        if key not in self.functions:
            name = f"part_{len(self.functions)}"
            self.functions[key] = name, node
            self.todo.append((name, self.sink, node, place, tags))
        name = self.functions[key][0]
        if self.altered is None or key in self.altered or self.sink.is_text:
            return self.called(name, var, self.spaces)
        self.body.line(f"{name}({var}, {self.here()})")
        self.forget(var)
        return SAME

    def called(self, name: str, var: str, more: str = "") -> Written:
        """Leave in the variable what a function gives that is told how many containers stand around it."""
        attributes = self.body.variable() if self.sink.is_text else None
        target = var if attributes is None else f"{attributes}, {var}"
        self.body.line(f"{target} = {name}({var}, {self.here()}{more})")
        self.forget(var)
        return Written(same=False, attributes=attributes)

    def returned(self, written: Written) -> str:
        """The line that returns what is written of the variable `value`."""
        return f"return {written.attributes or repr('')}, value" if self.sink.is_text else "return value"

    def _part(self, name: str, sink: Sink, node: n.Node, place: Place, tags: Tags) -> str:
        """The function of a part; one that does not suit doubts every value."""
        self.begin_function(sink)
        try:
            written = self._told(node, "value", place, tags)
            self.prove_all()
        except UnsuitedError:
            self.body.lines.clear()
            self.collected.clear()
            written = self._plainly_or_not(node, place, tags)
        if not written.same:
            self.found.add((sink, id(node), place, tags))
        lines = [self.returned(written)]
        most = f"if level > {sink.most_levels - self.most}: raise doubt"
        return definition(name, "value, level" + self.spaces, [most, *self.body.lines, *lines])

    def _plainly_or_not(self, node: n.Node, place: Place, tags: Tags) -> Written:
        if place.is_whole and not (tags or (place.among and self.sink.is_text)):
            return self.plainly(node, "value", place)
        self.body.line("raise doubt")
        return ANEW
