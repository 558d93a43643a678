"""Compiled verbs: write quickly, or hand the value to the plain writer, which alone makes errors."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from returns.result import Result

from ... import write
from ...error.problem import EncodeError
from ...node import kinds as n
from ...node.facts import facts
from ...node.free import free_root
from ...node.layers import under_functions
from ...node.style import Element, XmlStyle, plain
from ...read.run import is_style
from ...write.markup import escape_in_attribute, is_name
from ...write.root import root_of
from ..by_style import ByStyle
from ..read_json.document import loads
from ..staged import staged
from ..success import put, success, unfilled
from ..switch import SWITCH
from .emitter import Emitter
from .place import Place
from .prefixes import Prefixes
from .run import TEXT, TREE, Write, plain_encode_xml
from .xml import XML

T = TypeVar("T")

# Defaults of parameters by position cost nothing; those of keywords slow every call.
_OPTIONS = "a, indent=None, sort_keys=False", "switch.on and indent is None and sort_keys is False"
_AGAIN = "laid_out(again(a), indent, sort_keys)"

_VERB = """\
if {}:
    try:
        value = a
        {}
        made = next(unfilled)
        put(made, {})
        return made
    except MemoryError:
        raise
    except Exception:
        pass
try:
    return {}
except RecursionError:
    return too_deep
"""


def compiled(
    node: n.Node,
    makes: str,
    plain: Write,
    too_deep: Result[Any, Any] = write.TOO_DEEP,
    *,
    checks: bool = False,
    careful: bool = False,
) -> Write | None:
    """The function of a verb, or None if it cannot be compiled.

    Whatever is raised in it, the plain writer finds it again and says what it is. Before that a function that
    is not careful hands a value to one that is, when there were two.
    """
    if makes is TREE and facts(node).exact:  # no text keeps decimals
        return None

    def made() -> Write:
        emitter = Emitter.of(node, checks=checks, careful=careful)
        sink: Any = emitter.sink
        again = plain
        if emitter.is_hasty:
            careful_one = partial(compiled, node, makes, plain, too_deep, checks=checks, careful=True)
            again = staged(node, plain, lambda: careful_one() or plain, lambda _: None, too_deep)
        has_options = makes is TEXT
        parameters, on = _OPTIONS if has_options else ("a", "switch.on")
        lines = _VERB.format(
            on,
            "\n        ".join(emitter.body.lines),
            makes.format(f"dumps(value{sink.options})"),
            _AGAIN if has_options else "again(a)",
        )
        known: dict[str, Any] = {
            "switch": SWITCH, "loads": loads, "unfilled": unfilled, "put": put, "again": again,
            "too_deep": too_deep, "dumps": sink.dumps, "laid_out": write.laid_out,
        }  # fmt: skip
        function: Write = emitter.function(parameters, lines.splitlines(), known)
        return function

    return _unless_unsuited(made)


def _unless_unsuited(make: Callable[[], T]) -> T | None:
    """What is compiled; None where only the plain writer can."""
    try:
        return make()
    except MemoryError:
        raise
    except Exception:  # a description may hold anything
        return None


WriteContent = Callable[..., tuple[str, str]]
"""Gives the attributes of an element, and what is in it, for a value and the prefixes of the document."""


class EncodeXml:
    """The compiled verb, made for each style on its first use."""

    __slots__ = ("is_free", "names_namespaces", "node", "root", "rooted", "writing")

    def __init__(self, node: n.Node, rooted: Element | None = None) -> None:
        self.node: n.Node = node
        self.is_free: bool = facts(node).free and not isinstance(under_functions(node), n.Record)
        """Whether the root may be a tree, which must declare the namespace of its root itself."""
        self.names_namespaces: bool = facts(node).names_namespaces
        self.rooted: Element | None = rooted
        self.root: Element = rooted or root_of(node)
        self.writing: ByStyle[WriteContent | None] = ByStyle(partial(compiled_xml, node))

    def __call__(
        self, a: Any, *, root: str | Element | None = None, style: XmlStyle = plain
    ) -> Result[bytes, EncodeError]:
        """The value as an XML document."""
        if SWITCH.on:
            try:
                known = self.writing(style)
                given = self.root if root is None else root
                name, ns = (given.name, given.ns) if isinstance(given, Element) else (given, None)
                if known is not None and not (ns and self.is_free) and type(name) is str and is_name(name):
                    spaces = Prefixes(ns or "") if self.names_namespaces else None
                    attributes, inside = known(a, spaces)
                    if spaces is not None:
                        attributes = spaces.declarations() + attributes
                    if ns:
                        attributes = f' xmlns="{escape_in_attribute(ns)}"{attributes}'
                    filled = inside or attributes
                    text = f"<{name}{attributes}>{inside}</{name}>" if filled else f"<{name}/>"
                    return success(text.encode())
            except MemoryError:
                raise
            except Exception:  # whatever is wrong, the plain writer finds it again and says what it is
                pass
        try:
            return plain_encode_xml(self.node, self.rooted, a, root=root, style=style)
        except RecursionError:
            return write.TOO_DEEP


def compiled_xml(node: n.Node, style: XmlStyle) -> WriteContent | None:
    """What writes the root in a style; None where only the plain writer can."""
    spaces = facts(node).spaces
    if spaces is None or "" in spaces or free_root(node) is not None or not is_style(style):
        return None  # prefixed roots, keys, or what is no style

    def made() -> WriteContent:
        emitter = Emitter(XML, spaces=bool(spaces))
        written = emitter.root(node, Place(style))
        function: WriteContent = emitter.function(
            "value, spaces=None", [*emitter.body.lines, emitter.returned(written)], {}
        )
        return function

    return _unless_unsuited(made)
