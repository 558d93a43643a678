"""The arguments and options of each command."""

from __future__ import annotations

import argparse
from argparse import ArgumentParser

SERVICES = ("ecr", "ecr-public")
_OPERATION = "ListImages, list-images, list_images, ecr:ListImages or its X-Amz-Target"
_WHAT = """\
what to read the files as: an operation, in any spelling, for its replies, or manifest, image-config,
lifecycle-policy, policy, authorization-token, event or cloudtrail; if left out, it is recognised"""
_FILES = "files, or folders of them; - or none is standard input"


def decode(parser: ArgumentParser) -> None:
    """Options of `decode`."""
    _documents(parser)
    _reply(parser)
    parser.add_argument(
        "--times",
        choices=("epoch", "iso"),
        default="epoch",
        help="how times of replies are printed: as seconds, or ISO 8601 in UTC (epoch)",
    )
    parser.add_argument(
        "--compact", action="store_true", help="print one line for each document, as is usual for several"
    )


def explain(parser: ArgumentParser) -> None:
    """Options of `explain`."""
    _documents(parser)
    _reply(parser)
    parser.add_argument("--html", action="store_true", help="print a page for a browser, in one file")


def validate(parser: ArgumentParser) -> None:
    """Options of `validate`."""
    _documents(parser)
    _reply(parser)
    _report(parser)


def stats(parser: ArgumentParser) -> None:
    """Options of `stats`."""
    _what(parser)
    _report(parser)
    about = "also count the valid documents by a member, such as eventName or userIdentity.type"
    parser.add_argument("--by", type=_member, metavar="MEMBER", help=about)


def _report(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json", action="store_true", dest="as_json", help="print the report as JSON, one object a line"
    )
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="read in N processes (1)")


def convert(parser: ArgumentParser) -> None:
    """Options of `convert`."""
    parser.usage = "%(prog)s --into FOLDER [OPTION ...] [NAME] FILE ..."
    about = f"NAME: {_WHAT}. FILE: files of JSON Lines or of CloudTrail, or folders of them"
    parser.add_argument("arguments", nargs="*", metavar="[NAME] [FILE ...]", help=about)
    _service(parser)
    _request(parser)
    parser.add_argument("--into", required=True, metavar="FOLDER", help="where the files are written")
    form = "the format of the files (jsonl); parquet needs the extra of that name"
    parser.add_argument("--format", choices=("jsonl", "parquet"), default="jsonl", help=form)
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="convert in N processes (1)")


def schema(parser: ArgumentParser) -> None:
    """Options of `schema`."""
    parser.add_argument("name", metavar="NAME", help=f"an operation ({_OPERATION}) or a document")
    _service(parser)
    add = parser.add_mutually_exclusive_group().add_argument
    add("--request", action="store_const", const="request", dest="part", help="the schema of the request")
    add(
        "--response",
        action="store_const",
        const="response",
        dest="part",
        help="the schema of the response (the default)",
    )
    add("--error", metavar="CODE", help="the schema of one of its errors, without the envelope")


def operations(parser: ArgumentParser) -> None:
    """Options of `operations`."""
    parser.add_argument(
        "--json", action="store_true", dest="as_json", help="as JSON, with the errors of each"
    )
    parser.add_argument("--service", choices=SERVICES, default=SERVICES[0], help="whose operations (ecr)")


def errors(parser: ArgumentParser) -> None:
    """Options of `errors`."""
    parser.add_argument("operation", metavar="OPERATION", help=_OPERATION)
    _service(parser)


def completion(parser: ArgumentParser) -> None:
    """Options of `completion`."""
    parser.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL", help="bash, zsh or tcsh")


def _what(parser: ArgumentParser) -> None:
    parser.usage = "%(prog)s [OPTION ...] [NAME] [FILE ...]"
    about = f"NAME: {_WHAT}. FILE: {_FILES}"
    parser.add_argument("arguments", nargs="*", metavar="[NAME] [FILE ...]", help=about)
    _service(parser)
    _request(parser)
    lenient = "accept a reply or request of which no member is known, or an empty reply"
    parser.add_argument("--lenient", action="store_true", help=lenient)


def _documents(parser: ArgumentParser) -> None:
    _what(parser)
    parser.add_argument("--max-errors", type=_count, metavar="N", help="stop after N documents with errors")
    values = "show the values that an error is about, but for secrets"
    parser.add_argument("--show-values", action="store_true", help=values)


def _reply(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "--status",
        type=_status,
        metavar="N",
        help="the HTTP status of the reply (200, unless the body is an error)",
    )
    add(
        "--header",
        action="append",
        type=_header,
        default=[],
        dest="headers",
        metavar="K:V",
        help="one of its headers; may be repeated",
    )
    add("--format", choices=("json", "xml", "auto"), default="auto", help="the format of the body (auto)")


def _service(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--service", choices=SERVICES, help="whose operations (the one that has the operation)"
    )


def _request(parser: ArgumentParser) -> None:
    about = "read requests of the operation NAME instead of its replies"
    parser.add_argument("--request", action="store_true", help=about)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000_000:
        raise argparse.ArgumentTypeError(f"expected a number from 1, got {text!r}")
    return int(text)


def _member(text: str) -> str:
    if not all(text.split(".")):
        raise argparse.ArgumentTypeError(f"expected names joined by dots, got {text!r}")
    return text


def _status(text: str) -> int:
    if len(text) != len("200") or not text.isdecimal() or not 100 <= int(text) < 600:
        raise argparse.ArgumentTypeError(f"expected an HTTP status from 100 to 599, got {text!r}")
    return int(text)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise argparse.ArgumentTypeError(f"expected a header as Name:value, got {text!r}")
    return name.strip(), value.strip()
