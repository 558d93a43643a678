"""What stands for a secret where a value is shown."""

from __future__ import annotations


class Hidden:
    """The one value that is shown in the place of a secret."""

    def __repr__(self) -> str:
        return "<secret>"


HIDDEN = Hidden()
