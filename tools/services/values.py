"""Values by chance for the shapes of a model, as botocore takes and gives them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

UNKNOWN = "SDK_UNKNOWN_MEMBER"
"""How botocore says that a union has a variant which it does not know."""

_MOST_LEVELS = 4
_TEXTS = ("", "a", "é☃", "two words", "<&>", "0", "null", 'a"b\\c')
_START = datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)


class Values:
    """Makes values; a request has what is required, and a reply may lack anything."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)

    def request(self, shape: Any) -> Any:
        """The parameters of a request."""
        return self._value(shape, 0, is_reply=False)

    def reply(self, shape: Any) -> Any:
        """The members of a reply; some of its unions have a variant that no model knows."""
        return self._value(shape, 0, is_reply=True)

    def _value(self, shape: Any, level: int, *, is_reply: bool) -> Any:
        match shape.type_name:
            case "structure" if shape.is_document_type:
                return {"any": [1, None, {"b": "text"}]}
            case "structure" if shape.is_tagged_union:
                return self._union(shape, level, is_reply=is_reply)
            case "structure":
                return {
                    name: self._value(member, level + 1, is_reply=is_reply)
                    for name, member in shape.members.items()
                    if self._is_there(shape, name, level, is_reply=is_reply)
                }
            case "list":
                least = 1 if _is_named_by_items(shape) else 0
                return [
                    self._value(shape.member, level + 1, is_reply=is_reply) for _ in self._few(level, least)
                ]
            case "map":
                keys = [
                    self._value(shape.key, level + 1, is_reply=is_reply) or "key" for _ in self._few(level)
                ]
                return {key: self._value(shape.value, level + 1, is_reply=is_reply) for key in keys}
            case kind:
                return self._scalar(shape, kind)

    def _union(self, shape: Any, level: int, *, is_reply: bool) -> dict[str, Any]:
        if is_reply and self.random.random() < 0.1:
            return {UNKNOWN: {"name": "tomorrow"}}
        flat = [name for name, member in shape.members.items() if member.type_name != "structure"]
        name = self.random.choice(flat if flat and level > _MOST_LEVELS else [*shape.members])
        return {name: self._value(shape.members[name], level + 1, is_reply=is_reply)}

    def _is_there(self, shape: Any, name: str, level: int, *, is_reply: bool) -> bool:
        if not is_reply and name in shape.required_members:
            return True
        return level <= _MOST_LEVELS and self.random.random() < 0.5

    def _few(self, level: int, least: int = 0) -> range:
        return range(least if level > _MOST_LEVELS else self.random.randrange(least, 3))

    def _scalar(self, shape: Any, kind: str) -> Any:
        chosen = self.random.random()
        match kind:
            case "string" if shape.enum and chosen < 0.9:
                return self.random.choice(shape.enum)
            case "string":
                return self.random.choice(_TEXTS)
            case "boolean":
                return chosen < 0.5
            case "integer":
                return self.random.randrange(-(2**31), 2**31)
            case "long":
                return self.random.randrange(-(2**63), 2**63)
            case "float" | "double":
                return self.random.choice((0.5, -2.25, 1000.0, 1e300))
            case "blob":
                return self.random.randbytes(self.random.randrange(5))
            case "timestamp":
                return _START + timedelta(seconds=self.random.randrange(10**9))
            case _:
                raise ValueError(f"{shape.name}: values of kind {kind} are not made")


def _is_named_by_items(shape: Any) -> bool:
    """Whether a list is called as its items; botocore calls an empty one as its member."""
    return bool(shape.serialization.get("flattened") and shape.member.serialization.get("name"))
