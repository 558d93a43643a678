"""From the names of a service's model to the names of Python."""

from __future__ import annotations

import re
from keyword import iskeyword

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(name: str) -> str:
    """The name in snake case, with an underscore behind it where Python keeps the word.

    >>> from ecr_decode.aws.naming import snake
    >>> snake("GetDownloadUrlForLayer"), snake("registryIds"), snake("from")
    ('get_download_url_for_layer', 'registry_ids', 'from_')
    """
    found = _WORDS.sub("_", name).lower()
    return found + "_" if iskeyword(found) else found
