"""Renaming: the usual ways to make the name of a member on the wire of its name in Python."""

from __future__ import annotations


def camel_case(name: str) -> str:
    """The words of a name with capitals, but for the first.

    >>> from ecr_decode import Record, camel_case, field, integer, string
    >>> class Page(Record, rename=camel_case):
    ...     page_size: int = field(integer)
    ...     next_token: str | None = field("nextPageToken", string, default=None)
    >>> Page.decode_json(b'{"pageSize": 10}')
    <Success: Page(page_size=10, next_token=None)>
    >>> print(Page.decode_json(b'{"page_size": 10}').failure())
    $.pageSize: missing (did you mean "page_size"?)
    >>> camel_case("_max_2_items")
    '_max2Items'
    """
    start, words = _taken_apart(name)
    return start + "".join([*words[:1], *map(_capital, words[1:])])


def pascal_case(name: str) -> str:
    """The words of a name with capitals.

    >>> from ecr_decode import pascal_case
    >>> pascal_case("page_size"), pascal_case("kms_keyID")
    ('PageSize', 'KmsKeyID')
    """
    start, words = _taken_apart(name)
    return start + "".join(map(_capital, words))


def kebab_case(name: str) -> str:
    """The words of a name with hyphens between.

    >>> from ecr_decode import kebab_case
    >>> kebab_case("page_size")
    'page-size'
    """
    start, words = _taken_apart(name)
    return start + "-".join(words)


def _taken_apart(name: str) -> tuple[str, list[str]]:
    """The underscores before a name, and its words."""
    bare = name.lstrip("_")
    return name[: len(name) - len(bare)], [word for word in bare.split("_") if word]


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
