"""YAML, in which cassettes are written, and which the AWS CLI can print."""

from __future__ import annotations

from typing import Any

import msgspec

from .document import Unreadable


def yaml_tree(source: str, raw: bytes) -> Any | Unreadable:
    """The tree of a text of YAML; only plain data is built from it."""
    try:
        import yaml
    except ImportError:
        return Unreadable(source, 'it is YAML; pip install "ecr-decode[yaml]" reads that')
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(raw, loader)  # the loader is a safe one
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = "" if mark is None else f" at line {mark.line + 1}, column {mark.column + 1}"
        return Unreadable(source, f"it is not valid YAML{place}")
    except (yaml.YAMLError, ValueError, RecursionError):
        return Unreadable(source, "it is not valid YAML")


def as_json(source: str, tree: Any) -> bytes | Unreadable:
    """The same tree as a text of JSON."""
    try:
        return msgspec.json.encode(tree)
    except (TypeError, ValueError, RecursionError):
        return Unreadable(source, "it is YAML that JSON cannot hold")
