"""JSON Schema: the JSON that a codec reads, in the words of draft 2020-12."""

from __future__ import annotations

from inspect import getdoc
from typing import Any, NamedTuple, TypeAlias, assert_never

from returns.result import Success

from ..limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ..node import kinds as n
from ..node.claims import claimed, has_inlined, takes_rest
from ..node.default import Factory
from ..node.facts import decides, facts, skips_null
from ..node.kinds import JsonValue
from ..parse.json import parse
from ..write.run import write_json
from . import Described, node_of
from .inlined import Inliner, has_one_name, with_key, without_key
from .keyword import (
    LIMITS,
    Rules,
    Schema,
    any_of,
    both,
    encoded,
    has_tag,
    keeps,
    kind_called,
    kind_of,
    limited,
    noted,
    of_kind,
    one_of_these,
    reference,
    spelled,
    step_to,
    without,
)
from .name import ANY_NAME, names

Tags: TypeAlias = frozenset[str]

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(codec: Described | type[Any]) -> Schema:
    """The JSON Schema (2020-12) of what a codec or record class reads, and of what keeps its constraints.

    >>> from ecr_decode import Record, array, field, json_schema, string
    >>> class Layer(Record):
    ...     digest: str = field("digest", string.constrain(pattern="sha256:[0-9a-f]{64}"))
    >>> found = json_schema(array(Layer.codec))
    >>> found["type"], found["items"]
    ('array', {'$ref': '#/$defs/Layer'})
    >>> found["$defs"]["Layer"]["properties"]
    {'digest': {'type': 'string', 'pattern': '^(?:sha256:[0-9a-f]{64})$'}}
    >>> found["$defs"]["Layer"]["required"]
    ['digest']

    Each record is one of the `$defs`. In some places JSON Schema says less than a codec, and accepts more.
    Its integers may be spelled `1.0`. In text (`json_text`, times, numbers) it has patterns only. It knows
    nothing of the functions in `map`, `bind` and `refine`: the schema is that of their input, and the message
    of `refine` is a `$comment`. A pattern that only Python can spell is omitted.

    A secret member has the `format` `password`, and neither a default nor examples.
    """
    return _Document().describe(node_of("json_schema(...)", codec))


class _Definition(NamedTuple):
    """One of the `$defs`, and what it was made for."""

    name: str
    node: n.Record | n.Lazy | n.ScalarNode
    rules: Rules
    tags: Tags


_MOST_DEFINITIONS = 1000
"""A description may unfold for ever; what comes after so many definitions is said to be anything."""


class _Document:
    """One description on its way to a schema, with the definitions that it refers to."""

    __slots__ = ("definitions", "secret")

    def __init__(self) -> None:
        self.definitions: list[_Definition] = []
        self.secret = False
        """Whether what is described is in a secret member, which has no examples."""

    def describe(self, node: n.Node) -> Schema:
        root, made = self.make(node), dict[str, JsonValue]()
        for definition in self.definitions:  # which grows meanwhile
            made[definition.name] = self._defined(definition)
        return {"$schema": DRAFT, **root, **({"$defs": made} if made else {})}

    def make(self, node: n.Node, rules: Rules = (), tags: Tags = frozenset()) -> Schema:
        """The schema of a node whose values must keep some rules, below unions that have read some tags."""
        match node:
            case n.Record():
                return self._referred(node.name, node, (), _allowed(node, tags))
            case n.Lazy():
                return self._lazy(node, rules, tags)
            case n.Array():
                return self._array(node, rules, tags)
            case n.Dict():
                return self._dict(node, rules)
            case n.Tuple():
                return self._tuple(node, rules)
            case n.Union():
                return self._choice(node, rules, tags)
            case n.Refine():
                if isinstance(node.rule, n.Constraint):
                    return self.make(node.item, (*rules, node.rule), tags)
                return noted(self.make(node.item, rules, tags), node.rule.message)
            case n.Named():
                about = {"title": node.name, **({"description": node.doc} if node.doc else {})}
                return {**about, **without(self.make(node.item, rules, tags), about)}
            case n.Transform() | n.Bind():
                return self.make(node.item, (), tags)
            case n.JsonText():
                inside = self.make(node.item, rules)
                return {"type": "string", "contentMediaType": "application/json", "contentSchema": inside}
            case n.KeptText():
                return self._within(self.make(node.item), frozenset(("string",)))
            case n.ResultOf():
                return {}
            case n.At():
                return self._at(node, rules)
            case n.AnyJson():
                return limited({}, rules, *LIMITS)
            case n.Scalar():
                return self._scalar(node, rules)
            case _:
                assert_never(node)

    # definitions

    def _referred(
        self, name: str, node: n.Record | n.Lazy | n.ScalarNode, rules: Rules, tags: Tags
    ) -> Schema:
        """A reference to the definition of a node, which is made once."""
        for known in self.definitions:
            if _is_same(known.node, node) and (known.rules, known.tags) == (rules, tags):
                return reference(known.name)
        if len(self.definitions) >= _MOST_DEFINITIONS:
            return {}
        taken = {known.name for known in self.definitions}
        suffixed = (name if again == 1 else f"{name}_{again}" for again in range(1, len(taken) + 2))
        free = next(each for each in suffixed if each not in taken)
        self.definitions.append(_Definition(free, node, rules, tags))
        return reference(free)

    def _defined(self, definition: _Definition) -> Schema:
        _, node, rules, tags = definition
        match node:
            case n.Record():
                return self._record(node, tags)
            case n.Lazy():
                return self.make(node.unfold(), rules, tags)
            case _:
                return spelled(node)

    def _lazy(self, node: n.Lazy, rules: Rules, tags: Tags) -> Schema:
        below = node.unfold()
        if isinstance(_under_rules(below), n.Record):
            return self.make(below, (), tags)
        name = getattr(node.thunk, "__name__", "")
        return self._referred(name if name.isidentifier() else "recursive", node, rules, tags)

    # scalars

    def _scalar(self, node: n.ScalarNode, rules: Rules) -> Schema:
        match node:
            case n.String():
                return limited({"type": "string"}, rules, "text")
            case n.Integer(lenient=False):
                return limited(
                    {"type": "integer", "minimum": SMALLEST_INTEGER, "maximum": LARGEST_INTEGER},
                    rules,
                    "number",
                )
            case n.Integer():
                return limited(
                    self._referred("integer", n.Integer(lenient=True), (), Tags()), rules, "number"
                )
            case n.Number(lenient=False):
                return limited({"type": "number"}, rules, "number")
            case n.Number():
                return limited(self._referred("double", node, (), Tags()), rules, "number")
            case n.Bool(lenient=False):
                return {"type": "boolean"}
            case n.Bool():
                return self._referred("boolean", node, (), Tags())
            case n.BigInteger():
                return limited({"type": "integer"}, rules, "number")
            case n.Decimal():
                return limited({"type": "number"}, rules, "number")
            case n.Textual(format=form):
                return {"type": "string", "format": form.value}
            case n.Timestamp() | n.FormattedTime():
                return self._referred("timestamp", n.Timestamp(), (), Tags())
            case n.Blob():
                return limited(self._referred("blob", node, (), Tags()), encoded(rules), "text")
            case n.Enumeration(open=True):
                examples: Schema = {} if self.secret else {"examples": [*node.values]}
                return limited({"type": "string", **examples}, rules, "text")
            case n.Enumeration():
                members = zip(map(node.cls, node.values), node.values, strict=True)
                return one_of_these(value for member, value in members if keeps(rules, member))
            case n.Literal():
                return one_of_these(value for value in node.values if keeps(rules, value))
            case n.JsonNull():
                return {"type": "null"}
            case _:
                assert_never(node)

    # containers

    def _array(self, node: n.Array, rules: Rules, tags: Tags) -> Schema:
        schema = limited({"type": "array", "items": self._each(node, node.item)}, rules, "array")
        if not node.lone or not keeps(rules, (None,)):
            return schema
        alone = self.make(node.item, (), tags)
        return {"anyOf": [self._apart(alone, frozenset(("array", "null"))), schema]}

    def _tuple(self, node: n.Tuple, rules: Rules) -> Schema:
        size = len(node.items)
        schema: Schema = {"type": "array", "minItems": size}
        if size:
            schema["prefixItems"] = [self.make(item) for item in node.items]
        if node.rest is None:
            schema["maxItems"] = size
        else:
            schema["items"] = self.make(node.rest)
        return limited(schema, rules, "array")

    def _dict(self, node: n.Dict, rules: Rules) -> Schema:
        schema: Schema = {"type": "object"}
        key = names(node.key)
        if key != ANY_NAME and not skips_null(node):  # the name of a null is not read
            schema["propertyNames"] = key
        schema["additionalProperties"] = self._each(node, node.value)
        return limited(schema, rules, "object")

    def _each(self, node: n.Array | n.Dict, item: n.Node) -> Schema:
        """What each item of a list or value of a map may be."""
        return self._or_null(self.make(item)) if skips_null(node) else self.make(item)

    def _record(self, node: n.Record, tags: Tags) -> Schema:
        members: Schema = {tag: {} for tag in sorted(tags)}
        about = _about(node)
        schema: Schema = {"description": about} if about else {}
        if has_inlined(node):
            part = Inliner(self.make, self._member).part(node)
            rest: JsonValue = False if node.forbid_unknown and part.rest is None else part.rest
            whole = part._replace(properties={**members, **part.properties}, rest=rest)
            return {**schema, "type": "object", **whole.schema()}
        for member in node.members:
            members |= dict.fromkeys(member.names, self._member(node, member))
        schema |= {"type": "object", "properties": members}
        required: list[JsonValue] = [m.wire for m in node.members if m.required and not m.aliases]
        if required:
            schema["required"] = required
        every = has_one_name(node)
        if every:
            schema |= every[0] if len(every) == 1 else {"allOf": [*every]}
        if node.others is not None:
            schema["additionalProperties"] = self.make(node.others.node)
        elif node.forbid_unknown:
            schema["additionalProperties"] = False
        return schema

    def _member(self, node: n.Record, member: n.Member) -> Schema:
        outer, self.secret = self.secret, self.secret or member.secret
        schema = self.make(member.node)
        is_hidden, self.secret = self.secret or facts(member.node).secret, outer
        if node.null_as_absent and not member.required:
            schema = self._or_null(schema)
        has_value = not (member.required or is_hidden or isinstance(member.default, Factory))
        default = write_json(member.node, member.default) if has_value else None
        if isinstance(default, Success):
            tree, reason = parse(default.unwrap())  # a schema is JSON, and has no decimals of its own
            if reason is None:
                schema = {**schema, "default": tree}
        # What forms and pages know to hide; `writeOnly` would say that no reply holds it.
        return {**schema, "format": "password"} if member.secret else schema

    def _at(self, node: n.At, rules: Rules) -> Schema:
        schema = self.make(node.item, rules)
        for step in reversed(node.steps):
            schema = step_to(step, schema, required=node.required)
        return schema

    # unions

    def _choice(self, node: n.Union, rules: Rules, tags: Tags) -> Schema:
        match node.by:
            case n.ByTag(tag):
                return self._tagged(node, tag, rules, tags)
            case n.ByKey():
                return self._keyed(node, rules, tags)
            case n.ByKind():
                return self._by_kind(node, rules, tags)
            case n.ByTrial():
                return any_of([self.make(case.node, rules, tags) for case in node.every])
            case _:
                assert_never(node.by)

    def _tagged(self, node: n.Union, tag: str, rules: Rules, tags: Tags) -> Schema:
        names: list[JsonValue] = [*node.tags]
        cases: list[JsonValue] = [
            both(has_tag(tag, one_of_these(iter(case.tags))), self.make(case.node, rules, tags | {tag}))
            for case in node.cases
        ]
        if node.otherwise is None:
            return {**has_tag(tag, {"enum": names}), "oneOf": cases}
        rest = self.make(node.otherwise.node, rules, tags)
        return {"oneOf": [*cases, both({"not": has_tag(tag, {"enum": names})}, rest)]}

    def _keyed(self, node: n.Union, rules: Rules, tags: Tags) -> Schema:
        """One key that is there; each other is absent, or null where its case does not read null."""
        keyed = with_key(node, lambda below: self.make(below, rules))
        cases: list[Schema] = [{"type": "object", **each} for each in keyed]
        if node.otherwise is None:
            return any_of(cases)
        rest = self.make(node.otherwise.node, rules, tags)
        none_there: Schema = {"anyOf": [{"not": {"type": "object"}}, {"properties": without_key(node)}]}
        return any_of([*cases, both(none_there, rest)])

    def _by_kind(self, node: n.Union, rules: Rules, tags: Tags) -> Schema:
        taken = frozenset(kind for case in node.cases for kind in decides(case.node))
        cases = [self._within(self.make(case.node, rules, tags), decides(case.node)) for case in node.cases]
        if node.otherwise is None:
            return any_of(cases)
        rest = self.make(node.otherwise.node, rules, tags)
        if taken == frozenset(("null",)):
            return self._or_null(rest)
        return any_of([*cases, self._apart(rest, taken)])

    def _or_null(self, schema: Schema) -> Schema:
        """The schema, or null, said as shortly as it can be."""
        types = self._types(schema)
        if not schema or (types is not None and "null" in types and not schema.keys() & {"allOf", "not"}):
            return schema
        match schema:
            case {"anyOf": list(alternatives)}:
                return {**schema, "anyOf": [*alternatives, {"type": "null"}]}
            case {"enum": list(values)}:
                return {**schema, "enum": [*values, None]}
            case {"const": value}:
                return {**without(schema, ("const",)), "enum": [value, None]}
            case {"type": str(kind)} if not schema.keys() & {"$ref", "allOf", "not", "oneOf"}:
                return {**schema, "type": [kind, "null"]}
            case _:
                return {"anyOf": [schema, {"type": "null"}]}

    def _within(self, schema: Schema, allowed: frozenset[str]) -> Schema:
        """The schema for the values of some JSON kinds."""
        types = self._types(schema)
        if types is not None and types <= allowed:
            return schema
        return both(of_kind(allowed), schema)

    def _apart(self, schema: Schema, refused: frozenset[str]) -> Schema:
        """The schema for the values that are not of some JSON kinds."""
        types = self._types(schema)
        if types is not None and not types & refused:
            return schema
        return both({"not": of_kind(refused)}, schema)

    def _types(self, schema: Schema) -> frozenset[str] | None:
        """The JSON kinds that a schema may take, or None where that takes more than a look."""
        match schema:
            case {"type": str(word)}:
                return frozenset((kind_called(word),))
            case {"type": list(words)}:
                return frozenset(kind_called(str(word)) for word in words)
            case {"const": value}:
                return frozenset((kind_of(value),))
            case {"enum": list(values)}:
                return frozenset(map(kind_of, values))
            case {"$ref": address}:
                found = next(each for each in self.definitions if reference(each.name)["$ref"] == address)
                return _DEFINED_TYPES.get(type(found.node))
            case {"anyOf": list(alternatives)}:
                below = [self._types(each) if isinstance(each, dict) else None for each in alternatives]
                return None if None in below else frozenset[str]().union(*filter(None, below))
            case _:
                return None


_DEFINED_TYPES: dict[type[n.Kind], frozenset[str]] = {
    n.Record: frozenset(("object",)),
    n.Bool: frozenset(("boolean", "number", "string")),
    n.Integer: frozenset(("number", "string")),
    n.Number: frozenset(("number", "string")),
    n.Timestamp: frozenset(("number", "string")),
    n.Blob: frozenset(("string",)),
}


def _allowed(node: n.Record, tags: Tags) -> Tags:
    """The tags that a record would take for unknown, if it looks at unknown at all."""
    looks = node.forbid_unknown or takes_rest(node)
    return tags - {claim.wire for claim in claimed(node)} if looks else Tags()


def _is_same(known: n.Node, node: n.Node) -> bool:
    if isinstance(known, n.Lazy) and isinstance(node, n.Lazy):
        return known.unfold() is node.unfold()
    if isinstance(known, n.Record) or isinstance(node, n.Record):
        return known is node
    return type(known) is type(node)


def _under_rules(node: n.Node) -> n.Node:
    return node.chain[0] if isinstance(node, n.Refine) else node


def _about(node: n.Record) -> str:
    """The first line of what a record class says of itself."""
    written = vars(node.construct).get("__doc__") if isinstance(node.construct, type) else None
    first = "" if not isinstance(written, str) else (getdoc(node.construct) or "").partition("\n")[0]
    # Dataclasses and named tuples without a docstring are given their signature for one.
    return "" if first.startswith(f"{node.name}(") else first
