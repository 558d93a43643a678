"""The source that reads a node: an expression, which calls a function for each node that has parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, assert_never

from ...kept import Kept
from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts, height, skips_null
from ...node.style import XmlStyle
from ...node.walk import unfold
from ..doubt import Refused, kept, opened, passed, refuse
from ..read_json.run import compiled
from ..source import Body, UnsuitedError, definition, load, spelled
from . import container, record, steps, union
from .scalar import of_text
from .value import Form, Place, Value

Read: TypeAlias = Callable[[Any, steps.Run, int], Any]
Write: TypeAlias = "Callable[[Source, Any, Value, Place, Body], None]"

_WITH_FUNCTIONS = (n.Record, n.Union, n.Tuple, n.Dict)


class Source:
    """The functions that read a description; `wary` ones expect namespaces and null."""

    def __init__(self, root: n.Node, *, wary: bool) -> None:
        self.wary = wary
        self.leveled: bool = facts(root).recursive
        self.shared: Body = Body()
        self.texts: list[str] = []
        self.functions: dict[tuple[Write, int, Form, Place], str] = {}
        if height(root) > MOST_LEVELS:
            raise UnsuitedError

    def compiled(self, node: n.Node, style: XmlStyle, form: Form = "element") -> Read:
        """The function that reads a node from an element, or from another form of value."""
        body = Body(self.shared)
        body.line(f"return {self.expression(node, Value('v', form), Place(style))}")
        self.add("read", body)
        made: Read = load("\n".join(self.texts), {**self.shared.known, "refused": Refused})["read"]
        return made

    def function(self, node: n.Node, value: Value, place: Place, write: Write) -> str:
        """The call of the function that reads a node of parts."""
        if value.form == "one or more":
            many = self.function(node, Value(value.name, "items"), place, write)
            one = self.function(node, Value(value.name), place, write)
            return f"({many} if type({value.name}) is list else {one})"
        inside = place._replace(around=0)
        key = write, id(node), value.form, inside
        name = self.functions.get(key)
        if name is None:
            name = self.functions[key] = f"read_{len(self.functions)}"
            body = Body(self.shared)
            if self.leveled and facts(node).recursive:
                body.line(f"if level > {MOST_LEVELS - height(node)}: raise doubt")
            try:
                write(self, node, Value("v", value.form), inside, body)
            except UnsuitedError:
                del self.functions[key]
                raise
            self.add(name, body)
        return f"{name}({value.name}, run, {self.level(place)})"

    def add(self, name: str, body: Body) -> None:
        """Add a function of these lines."""
        self.texts.append(definition(name, "v, run, level", body.lines))

    def level(self, place: Place) -> str:
        """How many containers are around a place; if a description does not hold itself, the most of all."""
        return f"level + {place.around}" if self.leveled and place.around else "level"

    def variable(self) -> str:
        """The name of a variable that nothing uses yet."""
        return self.shared.variable()

    def call(self, function: Callable[..., Any], *arguments: str) -> str:
        """The call of a function."""
        return f"{self.shared.name(function)}({', '.join(arguments)})"

    def refusal(self) -> str:
        """What stands for a value that is refused."""
        return self.call(refuse)

    def named(self, name: str, wanted: str) -> str:
        """The child of a name, a list of several, or the text of an attribute; None if there is nothing."""
        return self.call(steps.named, name, spelled(wanted), "run")

    def is_nil(self, value: Value) -> str | None:
        """What is true of a value that is null; None if no such value is met."""
        if not self.wary or value.form not in ("element", "one or more"):
            return None
        single = "" if value.form == "element" else f"type({value.name}) is not list and "
        return f"{single}{value.name} in run.nils"

    def unless_nil(self, found: str, value: Value, otherwise: str | None = None) -> str:
        """What is read from a value, unless it is null; without another answer, that is refused."""
        is_nil = self.is_nil(value)
        return found if is_nil is None else f"({otherwise or self.refusal()} if {is_nil} else {found})"

    def text(self, value: Value, otherwise: str | None = None) -> str:
        """The text of a value; a value without a text is refused, or gives `otherwise`."""
        name, refusal = value.name, otherwise or self.refusal()
        match value.form:
            case "text":
                return name
            case "items":
                return refusal
            case _:  # a list of several has a length as well
                nil = f" or {name} in run.nils" if self.wary else ""
                return f"({refusal} if len({name}){nil} else {name}.text or '')"

    def items(self, value: Value) -> str:
        """The items that a value has."""
        name = value.name
        match value.form:
            case "items" | "keyed items":
                return name
            case "text":
                return f"({self.refusal()} if {name}.strip() else ())"
            case "element":
                return self.unless_nil(self.call(steps.items_of, name), value)
            case _:
                return f"({name} if type({name}) is list else {self.items(Value(name))})"

    def each(self, node: n.Array, items: str, place: Place, form: Form = "element") -> str:
        """A tuple of what the items of a list are read from each of some elements."""
        item, child = node.item, Value(self.variable(), form)
        if isinstance(item, n.Array) and not item.lone:  # source nests to a limit
            found = self.function(item, child, place.below, container.write_as_it_is)
        else:
            found = self.expression(item, child, place.below)
        return f"tuple([{found} for {child.name} in {items}{self.but_null(node, child)}])"

    def but_null(self, node: n.Array | n.Dict, each: Value) -> str:
        """The condition on each item of a list, or value of a map, where nulls are passed over."""
        is_nil = self.is_nil(each) if skips_null(node) else None
        return "" if is_nil is None else f" if not ({is_nil})"

    def expression(self, node: n.Node, value: Value, place: Place) -> str:
        """What a node reads from a value."""
        if value.form == "any":
            text = self.expression(node, Value(value.name, "text"), place)
            other = self.expression(node, Value(value.name, "one or more"), place)
            return f"({text} if type({value.name}) is str else {other})"
        match node:
            case n.JsonNull():
                return self.unless_nil(self.refusal(), value, "None")
            case n.Scalar():
                read = of_text(node)
                found = self.text(value) if read is None else self.call(read, self.text(value))
                nullable = isinstance(node, n.Literal) and type(None) in node.types
                return self.unless_nil(found, value, "None") if nullable else found
            case n.AnyJson():
                return self.call(steps.tree, value.name, "run")
            case n.Array(lone=False):
                form: Form = "keyed" if value.form == "keyed items" else "element"
                return self.each(node, self.items(value), place, form)
            case n.Named(item=item) | n.Refine(item=item):
                return self.over(node, self.expression(item, value, place))
            case n.Transform(item=item, decode=decode) if decode is not None:
                return self.over(node, self.expression(item, value, place))
            case n.Union(but_null=rest) if rest is not None:
                return self.unless_nil(self.expression(rest, value, place), value, "None")
            case n.JsonText(item=item):
                parse = None if facts(item).recursive else compiled(item)
                if parse is None:
                    return self.plainly(node, value, place)
                return self.call(steps.json_text(parse, node), self.text(value), "run", self.level(place))
            case n.Lazy() if (below := unfold(node)) is not None:
                has_function = isinstance(below, _WITH_FUNCTIONS) and getattr(below, "but_null", None) is None
                if has_function or not facts(node).recursive:
                    return self.expression(below, value, place)
                return self.function(below, value, place, container.write_as_it_is)
            case n.Record() if record.is_left(node):
                return self.plainly(node, value, place)
            case n.Record():
                return self.function(node, value, place, record.write)
            case n.Tuple():
                return self.function(node, value, place, container.write_tuple)
            case n.Dict():
                return self.function(node, value, place, container.write_dict)
            case n.Array():
                return self.function(node, value, place, container.write_lone)
            case n.At():
                return self.function(node, value, place, container.write_at)
            case n.Union() if union.is_suited(node, value):
                return self.function(node, value, place, union.write)
            case n.ResultOf():
                return self.function(node, value, place, container.write_result)
            case n.KeptText(item=item):
                kept = self.text(value), self.expression(item, value, place), repr(facts(node).secret)
                return self.call(Kept, *kept)
            case n.Bind() | n.Transform() | n.Lazy() | n.Union():
                return self.plainly(node, value, place)
            case _:
                assert_never(node)

    def over(self, node: n.Node, found: str) -> str:
        """What a name, a rule or a function makes of what is under it."""
        match node:
            case n.Refine(on_read=True, rule=n.Predicate(test)):
                return self.call(passed, self.shared.name(test), found)
            case n.Refine(on_read=True, rule=rule):
                return self.call(kept, self.shared.name(rule), found)
            case n.Transform() if node.decode is not None:
                called = self.call(node.decode, found)
                return self.call(opened, called) if node.fallible else called
            case _:
                return found

    def plainly(self, node: n.Node, value: Value, place: Place) -> str:
        """What the plain interpreter reads from a value, which has no key."""
        if value.form in ("keyed", "keyed items"):
            raise UnsuitedError
        read = steps.plainly(node, place)
        return self.call(read, value.name, "run", self.level(place))
