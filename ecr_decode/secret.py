"""Secrets: what stands for one where a value is shown, and values that are shown without theirs."""

from __future__ import annotations

from typing import Any, cast

from .guard import is_array, is_dict


class Hidden:
    """The one value that is shown in the place of a secret."""

    def __repr__(self) -> str:
        return "<secret>"


HIDDEN = Hidden()


class Shown:
    """A value whose class says in `__rich_repr__` what is shown of it, by `repr` and by `rich`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return spelled(type(self).__name__, self.__rich_repr__())

    def __rich_repr__(self) -> list[tuple[str, object]]:
        raise NotImplementedError


def spelled(name: str, members: list[tuple[str, object]]) -> str:
    """A value as Python builds it, of what is shown of its members."""
    return f"{name}({', '.join(f'{member}={value!r}' for member, value in members)})"


def holds_secret(value: Any) -> bool:
    """Whether a value is a record that may have secret members, or a container of one."""
    if is_array(value):
        return any(map(holds_secret, value))
    if is_dict(value):
        return any(map(holds_secret, value.values()))
    from .node.facts import facts

    codec: Any = getattr(cast(object, type(value)), "__codec__", None)
    return codec is not None and facts(codec.node).secret
