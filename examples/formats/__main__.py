"""`python -m examples.formats FORMAT FILE...`: read files, write them back, and read the result."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import orjson
from returns.result import Failure, Result, Success

from ecr_decode import Codec, DecodeError, render

from . import atom, dynamodb, geojson, gpx, package_lock, pom, rss, soap, terraform, wordprocessing

FORMATS: dict[str, tuple[Codec[Any], ...]] = {
    "atom": (atom.Feed.codec,),
    "dynamodb": (dynamodb.item,),
    "geojson": (geojson.geojson,),
    "gpx": (gpx.Gpx.codec, gpx.OldGpx.codec),
    "package-lock": (package_lock.lock,),
    "pom": (pom.Project.codec,),
    "rss": (rss.Rss.codec,),
    "soap": (soap.Envelope.codec,),
    "terraform": (terraform.state,),
    "wordprocessing": (wordprocessing.Document.codec,),
}
"""The codecs of each format, one for each of its namespaces."""
JSON = frozenset(("dynamodb", "geojson", "package-lock", "terraform"))


def read(name: str, raw: bytes) -> tuple[Codec[Any], Result[Any, DecodeError]]:
    """The value of a document, and the codec that read it: the first one where all fail."""
    tried = [
        (codec, codec.decode_json(raw) if name in JSON else codec.decode_xml(raw)) for codec in FORMATS[name]
    ]
    return next((each for each in tried if isinstance(each[1], Success)), tried[0])


def trip(name: str, raw: bytes) -> str | None:
    """What is wrong with reading a document and writing it back, or None."""
    codec, value = read(name, raw)
    if isinstance(value, Failure):
        return render(value.failure(), source=raw)
    written = codec.encode_json(value.unwrap()) if name in JSON else codec.encode_xml(value.unwrap())
    if isinstance(written, Failure):
        return f"not written: {written.failure()}"
    text = written.unwrap()
    if name in JSON and orjson.loads(text) != orjson.loads(raw):
        return "written as another document"
    again = codec.decode_json(text) if name in JSON else codec.decode_xml(text)
    return None if again == value else f"read back as another value: {again}"


def main() -> int:
    """Try all files; the status is 1 if one fails."""
    parser = argparse.ArgumentParser(prog="python -m examples.formats", description=__doc__)
    parser.add_argument("format", choices=sorted(FORMATS))
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    failed = 0
    for path in arguments.files:
        problem = trip(arguments.format, path.read_bytes())
        if problem is not None:
            failed += 1
            print(f"{path}:\n{problem}")
    print(f"{len(arguments.files) - failed} of {len(arguments.files)} files read and written back")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
