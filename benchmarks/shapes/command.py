"""`python -m benchmarks shapes`: a row a shape, those first in which a peer is faster."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

import ecr_decode
from benchmarks.report import render
from benchmarks.results import keep, kept
from benchmarks.results import shapes as as_kept

from .every import chosen
from .libraries import JSON_PEERS, XML_PEERS
from .measure import JSON_WAYS, SEED, SMALL, Look, Row, row, worst_first
from .runs import Different, Way

_FAST = Look(budget=0.04, rounds=3)


def add_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("shapes")
    group.add_argument("--read", action="store_true", help="reading only")
    group.add_argument("--written", action="store_true", help="writing only")
    group.add_argument("--json", action="store_true", help="JSON only")
    group.add_argument("--xml", action="store_true", help="XML only")
    group.add_argument("--scale", type=float, default=1.0, help="so many times the items of each document")
    group.add_argument("--seed", type=int, default=SEED, help="the seed of the documents")
    group.add_argument("--keep", action="store_true", help="put all rows into results.json and the page")
    group.add_argument("--accents", action="store_true", help="texts that are not all ASCII")


def shapes(options: argparse.Namespace) -> int:
    """Measure and print; 1 if a bar is missed or two values differ."""
    look = (_FAST if options.fast else Look())._replace(
        seed=options.seed, scale=options.scale, accents=options.accents
    )
    ways = _ways(options)
    if options.keep and (options.only or len(ways) < len(Way)):
        print("--keep is for all shapes in all ways: leave out --only, --read, --written, --json and --xml")
        return 2
    found, failed = _measured(options, ways, look)
    missed = show(found)
    print(
        f"{missed} not met, {failed} failed, of {len(found) + failed}; collector off, minima of runs in turn;"
    )
    print(f"ecr_decode of {Path(ecr_decode.__file__).parent}")
    if options.keep and not failed:
        small, failed = _measured(options, JSON_WAYS, look._replace(scale=look.scale * SMALL))
        results = msgspec.structs.replace(kept(), shapes=as_kept(found, small, look))
        keep(results)
        render(results)
    return 1 if missed or failed else 0


def _measured(options: argparse.Namespace, ways: Sequence[Way], look: Look) -> tuple[list[Row], int]:
    """The rows, and how many shapes failed."""
    found: list[Row] = []
    failed = 0
    for shape in chosen(options.only):
        for way in ways:
            _progress(f"{shape.name}, {way.value}")
            try:
                measured = row(shape, way, look)
            except Different as difference:
                failed += 1
                _progress("")
                print(f"{shape.name}, {way.value}: {difference}")
                continue
            found += [measured] if measured is not None else []
    _progress("")
    return found, failed


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def _ways(options: argparse.Namespace) -> list[Way]:
    return [
        way
        for way in Way
        if not (options.read and way.writes and not options.written)
        if not (options.written and not way.writes and not options.read)
        if not (options.json and way.is_xml and not options.xml)
        if not (options.xml and not way.is_xml and not options.json)
    ]


def show(found: list[Row]) -> int:
    """Print the rows of each base under one head; the number of bars that are not met."""
    missed = 0
    for xml, names in ((False, JSON_PEERS), (True, XML_PEERS)):
        part = worst_first(each for each in found if each.base.startswith("xmltodict") == xml)
        if not part:
            continue
        peers = "".join(f"{name:>13}" for name in names)
        print(f"{'shape':36}{'way':14}{'kB':>7}{'base µs':>10}{'ours':>8}{peers}  {'bar':26}")
        for each in part:
            missed += not each.met
            print(_line(each, names))
    return missed


def _line(each: Row, names: tuple[str, ...]) -> str:
    ratios = "".join(f"{each.peers[name]:13.2f}" if name in each.peers else f"{'':13}" for name in names)
    slower = f"{each.behind:.1f} times {each.fastest}" if each.behind > 1 else ""
    return (
        f"{each.shape:36}{each.way:14}{each.size / 1e3:7.1f}{each.microseconds:10.1f}{each.ours:8.2f}{ratios}"
        f"  {each.limit:26}{'MET' if each.met else 'NOT MET':9}{slower}"
    ).rstrip()
