"""Names in XML, checked while a codec is built."""

from __future__ import annotations

from ..node.style import Attribute, Element, Flattened, XmlHint
from ..write.markup import is_name


def must_be_names(where: str, wire: str | None, hint: XmlHint | None) -> None:
    """Refuse a hint whose names XML cannot hold; an attribute may be called after its member."""
    match hint:
        case Attribute(name):
            _must_be_name(where, name or wire, "attribute")
            if (name or wire) == "xmlns":
                raise ValueError(f"{where}: xmlns declares a namespace and is no attribute; write ns=...")
        case Flattened(name, key=key, value=value):
            for each in (name, key, value):
                _must_be_name(where, each, "flattened")
        case Element(name, item=item, entry=entry, key=key, value=value):
            for each in (name, item, entry, key, value):
                _must_be_name(where, each, "element")
        case _:
            pass


def _must_be_name(where: str, name: str | None, hint: str) -> None:
    if name is None or is_name(name):
        return
    prefix, colon, last = name.rpartition(":")
    if not colon or not (is_name(prefix) and is_name(last)):
        raise ValueError(f"{where}: XML cannot hold the name {name!r}")
    ns = "XML" if prefix == "xml" else '"..."'
    written = f"{hint}({last!r}, ns={ns})"
    raise ValueError(f"{where}: {name!r} has a prefix, which only its document knows; write {written}")
