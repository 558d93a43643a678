"""Extras: the library that a module needs, and what to install if it is not there."""

from __future__ import annotations

from importlib.util import find_spec


def needs(module: str, library: str, extra: str) -> None:
    """Refuse to go on without a library, with the name of the extra that brings it.

    >>> from ecr_decode.extra import needs
    >>> needs("ecr_decode.testing", "hypothesis", "hypothesis")
    >>> needs("ecr_decode.testing", "nosuchlibrary", "hypothesis")
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: ecr_decode.testing needs nosuchlibrary: pip install "ecr-decode[hypothesis]"
    """
    if find_spec(library) is None:
        install = f'pip install "ecr-decode[{extra}]"'
        raise ModuleNotFoundError(f"{module} needs {library}: {install}", name=library)
