"""Reading: one reader that owns the meaning, and a view of each format that it asks."""

from __future__ import annotations

from .run import TOO_DEEP, read_json, read_json_tree, read_text, read_xml, read_xml_tree

__all__ = ["TOO_DEEP", "read_json", "read_json_tree", "read_text", "read_xml", "read_xml_tree"]
