"""Extras: the libraries that a module of integrations needs, and what to install where they are not there."""

from __future__ import annotations

from importlib.util import find_spec


def needs(extra: str, library: str) -> None:
    """Refuse to go on without a library, with the name of the extra that brings it.

    >>> from ecr_decode.integrations.extra import needs
    >>> needs("boto3", "botocore")
    >>> needs("boto3", "nosuchlibrary")
    Traceback (most recent call last):
        ...
    ModuleNotFoundError: ecr_decode.integrations.boto3 needs nosuchlibrary: pip install "ecr-decode[boto3]"
    """
    if find_spec(library) is None:
        install = f'pip install "ecr-decode[{extra}]"'
        raise ModuleNotFoundError(f"ecr_decode.integrations.{extra} needs {library}: {install}", name=library)
