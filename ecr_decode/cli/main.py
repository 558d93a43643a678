"""Reading the arguments, and ending with the status that says what happened."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from . import options
from .output import DECODED, INTERRUPTED, UNREADABLE, complain, discard, say_lines

PROGRAM = "ecr-decode"

STATUSES = """\
exit status:
  0  done
  1  the service reported an error, or a document is not valid
  2  wrong usage, or input or output that fails
"""


class Command(NamedTuple):
    """A command: what it is for, and the options that it takes; the module of its name runs it."""

    about: str
    takes: Callable[[argparse.ArgumentParser], None]


COMMANDS = {
    "decode": Command("print the records in replies and documents as JSON", options.decode),
    "validate": Command("say what is wrong with documents, and how many are valid", options.validate),
    "stats": Command("count documents, what is wrong with them, and their sizes", options.stats),
    "explain": Command("show each document as a tree with its problems", options.explain),
    "convert": Command("write the values of many files as JSON Lines or Parquet", options.convert),
    "schema": Command("print the JSON Schema of an operation or a document", options.schema),
    "operations": Command("list the operations of a service", options.operations),
    "errors": Command("list the errors that an operation can give", options.errors),
    "completion": Command("print what a shell needs to complete all this", options.completion),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status; `STATUSES` says what it means."""
    try:
        try:
            return _run(arguments)
        finally:  # `--help` ends with an exception
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough
        discard(1)
        return DECODED
    except OSError as error:
        discard(1)
        return complain(f"cannot write: {error.strerror}", UNREADABLE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str] | None) -> int:
    parser = _parser()
    first = parser.parse_args(arguments)
    if first.command is None:
        parser.error(f"name a command: {', '.join(COMMANDS)}")
    given = command_parser(first.command).parse_intermixed_args(first.arguments)
    run: Callable[..., int] = getattr(import_module(f".{first.command}", __package__), first.command)
    return run(**vars(given))


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:12}{command.about}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="Read what Amazon ECR sends: replies, errors, events, trails, manifests and policies.",
        epilog=f"commands:\n{listed}\n\n{STATUSES}\n`ecr-decode COMMAND --help` lists the options of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    parser.add_argument(
        "command", nargs="?", choices=COMMANDS, metavar="COMMAND", help="what to do; see below"
    )
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...", help="what the command takes")
    return parser


class _Version(argparse.Action):
    """Looks for the version when it is asked for, since that takes longer than starting."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        say_lines([f"{parser.prog} {version('ecr-decode')}"])
        parser.exit()


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of what a command takes."""
    command = COMMANDS[name]
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} {name}",
        description=command.about[0].upper() + command.about[1:] + ".",
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    command.takes(parser)
    return parser
