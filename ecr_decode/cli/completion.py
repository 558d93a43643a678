"""`ecr-decode completion`: what a shell needs to complete commands, options, names and files."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from .options import SERVICES
from .output import DECODED, UNREADABLE, complain, say_lines
from .reading import DOCUMENTS, operations

_MISSING = 'completion needs shtab; install it with: pip install "ecr-decode[completion]"'
_BASH = """\
_ecr_decode_names() {{ compgen -W "{names}" -- "$1"; compgen -f -- "$1"; }}
_ecr_decode_operations() {{ compgen -W "{names}" -- "$1"; }}
"""
_ZSH = """\
_ecr_decode_names() {{ _alternative 'names:name:({names})' 'files:file:_files' }}
_ecr_decode_operations() {{ _values name {names} }}
"""
_NAMES_AND_FILES = {"bash": "_ecr_decode_names", "zsh": "_ecr_decode_names", "tcsh": "f"}
_NAMES = {"bash": "_ecr_decode_operations", "zsh": "_ecr_decode_operations", "tcsh": ""}
_COMPLETED = {"arguments": _NAMES_AND_FILES, "name": _NAMES, "operation": _NAMES}


def completion(*, shell: str) -> int:
    """Print the completions for a shell, and give the exit status."""
    try:
        import shtab
    except ImportError:
        return complain(_MISSING, UNREADABLE)
    known = [name for service in SERVICES for name in operations(service)]
    names = " ".join(dict.fromkeys([*DOCUMENTS, *sorted(known)]))
    preamble: Any = {"bash": _BASH.format(names=names), "zsh": _ZSH.format(names=names)}
    say_lines([shtab.complete(_parser(), shell, preamble=preamble)])
    return DECODED


def _parser() -> ArgumentParser:
    """One parser of all commands."""
    from .main import COMMANDS, PROGRAM

    parser = ArgumentParser(prog=PROGRAM)
    parser.add_argument("--version", action="store_true", help="show the version and exit")
    commands = parser.add_subparsers()
    for name, command in COMMANDS.items():
        one = commands.add_parser(name, help=command.about)
        command.takes(one)
        for action in one._actions:  # shtab looks at this attribute, and argparse has no other way
            if action.dest in _COMPLETED:
                vars(action)["complete"] = _COMPLETED[action.dest]
    return parser
