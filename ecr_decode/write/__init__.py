"""Writing: one writer that makes the tagged value, and a renderer for each form."""

from __future__ import annotations

from .layout import laid_out
from .run import (
    TOO_DEEP,
    write_json,
    write_json_tree,
    write_query,
    write_query_pairs,
    write_value,
    write_xml,
    write_xml_tree,
)

__all__ = [
    "TOO_DEEP",
    "laid_out",
    "write_json",
    "write_json_tree",
    "write_query",
    "write_query_pairs",
    "write_value",
    "write_xml",
    "write_xml_tree",
]
