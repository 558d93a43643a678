"""Reading the arguments, and ending with the status that says what happened."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from .decode import decode
from .errors import errors
from .operations import list_operations
from .output import DECODED, UNREADABLE, complain, discard, say_lines
from .schema import schema
from .service import SERVICES

INTERRUPTED = 130

STATUSES = """\
exit status:
  0  done
  1  the service reported an error, or the reply does not decode; which, is on standard error
  2  wrong usage, or input or output that fails
"""


class Command(NamedTuple):
    """A command: what it is for, what it takes, and what it does."""

    about: str
    takes: Callable[[argparse.ArgumentParser], None]
    run: Callable[..., int]


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
    command = COMMANDS[first.command]
    given = _command_parser(first.command, command).parse_intermixed_args(first.arguments)
    return command.run(**vars(given))


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:12}{command.about}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="ecr-decode",
        description="Read replies of Amazon ECR as typed records, or as the errors that they are.",
        epilog=f"commands:\n{listed}\n\n{STATUSES}\n`ecr-decode COMMAND -h` tells more of each.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
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


def _command_parser(name: str, command: Command) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"ecr-decode {name}",
        description=command.about,
        epilog=STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.takes(parser)
    return parser


def _takes_service(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--service", choices=SERVICES, default=SERVICES[0], help="whose operations (ecr)")


def _takes_operation(parser: argparse.ArgumentParser) -> None:
    about = "GetDownloadUrlForLayer, get-download-url-for-layer or get_download_url_for_layer"
    parser.add_argument("operation", metavar="OPERATION", help=about)
    _takes_service(parser)


def _takes_operations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", dest="as_json", help="as JSON, with the errors of each"
    )
    _takes_service(parser)


def _takes_schema(parser: argparse.ArgumentParser) -> None:
    _takes_operation(parser)
    add: Callable[..., Any] = parser.add_mutually_exclusive_group().add_argument
    add("--request", action="store_const", const="request", dest="part", help="the schema of what it asks")
    about = "the schema of what it answers, which is the usual one"
    add("--response", action="store_const", const="response", dest="part", help=about)
    add("--error", metavar="CODE", help="the schema of one of its errors, but for the envelope")


def _takes_decode(parser: argparse.ArgumentParser) -> None:
    _takes_operation(parser)
    add: Callable[..., Any] = parser.add_argument
    add("file", metavar="FILE", nargs="?", default="-", help="the body of the reply; - is standard input")
    add("--status", type=_status, metavar="N", help="the status of the reply (200)")
    about = "one of its headers; may be repeated"
    add("--header", action="append", type=_header, default=[], dest="headers", metavar="K:V", help=about)
    add("--format", choices=("json", "xml", "auto"), default="auto", help="what the body is (auto)")
    add("--values", action="store_true", help="show the values that an error speaks of, which may be secret")


def _status(text: str) -> int:
    if len(text) != len("200") or not text.isdecimal() or not 100 <= int(text) < 600:
        raise argparse.ArgumentTypeError(f"{text!r} is no status of HTTP, which go from 100 to 599")
    return int(text)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is no header; write it as Name:value")
    return name.strip(), value.strip()


COMMANDS = {
    "decode": Command("print the record in a reply as JSON", _takes_decode, decode),
    "errors": Command("list the errors that an operation can give", _takes_operation, errors),
    "operations": Command("list the operations of a service", _takes_operations, list_operations),
    "schema": Command("print the JSON Schema of an operation", _takes_schema, schema),
}
