"""The bars that the library holds itself to, each measured and held against its limit in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

import orjson

from ecr_decode import Record, boolean, camel_case, documents, ecr, field, iso_datetime, string

from . import cold, damage, own, payloads, scale
from .clock import against, peak
from .peers import decoders
from .shapes import trails
from .shapes.chance import Chance
from .shapes.measure import SEED
from .work import OURS, WORKS


class Bar(NamedTuple):
    """What was asked, what was measured, and how it is read."""

    what: str
    limit: str
    measured: float
    met: bool
    unit: str = ""

    @property
    def shown(self) -> str:
        return f"{self.measured:.2f}{self.unit}"


def bars(budget: float, rounds: int = cold.ROUNDS) -> Iterator[Bar]:
    """Every bar; `budget` is the seconds for each comparison, `rounds` the processes for each start."""
    yield from _reading(budget)
    yield from _lines(budget)
    yield from _own_classes(budget)
    yield from _other_forms(budget)
    yield from _peers(budget)
    yield from _faults(budget)
    yield from _memory()
    yield from _growth()
    yield from _starting(rounds)


def at_most(what: str, limit: float, measured: float, unit: str = "") -> Bar:
    return Bar(what, f"≤{limit:g}{unit}", measured, measured <= limit, unit)


def at_least(what: str, limit: float, measured: float) -> Bar:
    return Bar(what, f"≥{limit:g}", measured, measured >= limit)


def _ratio(key: str, run: str, budget: float) -> float:
    work = WORKS[key]()
    work.check()
    return against(work.runs[run], work.runs[work.base], budget).ratio


def _reading(budget: float) -> Iterator[Bar]:
    yield at_most("DescribeImages of 100, to orjson.loads", 1.0, _ratio("images-100", OURS, budget))
    yield at_most("GetDownloadUrlForLayer, to orjson.loads", 3.5, _ratio("url", OURS, budget))
    by_operation = _ratio("url", "ecr_decode, operation.decode", budget)
    yield at_most("GetDownloadUrlForLayer by operation.decode", 3.5, by_operation)


class Summary(Record, rename=camel_case):
    """What a user may want of a line of CloudTrail."""

    event_time: datetime = field(iso_datetime)
    event_source: str = field(string)
    event_name: str = field(string)
    aws_region: str = field(string)
    read_only: bool = field(boolean)
    event_id: str = field("eventID", string)


def _lines(budget: float) -> Iterator[Bar]:
    """Lines of CloudTrail, each a document of its own."""
    lines = [orjson.dumps(each) for each in trails.records(Chance(SEED), 4000)]
    for what, codec, limit in (
        ("by documents.cloudtrail", documents.cloudtrail, 2.0),
        ("by a Record of six members", Summary.codec, 1.2),
    ):
        values = [codec.decode_json(line).unwrap() for line in lines]
        read = against(partial(_each, codec.decode_json, lines), partial(_each, orjson.loads, lines), budget)
        yield at_most(f"4,000 lines of CloudTrail {what}, to orjson.loads", limit, read.ratio)
        if codec is documents.cloudtrail:
            trees = [orjson.loads(line) for line in lines]
            write, dump = partial(_each, codec.encode_json, values), partial(_each, orjson.dumps, trees)
            yield at_most(f"{what}, written, to orjson.dumps", 10, against(write, dump, budget).ratio)


def _each(verb: Callable[[Any], object], given: list[Any]) -> None:
    for each in given:
        verb(each)


def _own_classes(budget: float) -> Iterator[Bar]:
    pydantic = decoders("pydantic")
    for orders in (3, 200):
        raw = payloads.orders(orders)
        for kind, peer in (
            ("frozen dataclass", "orders"),
            ("frozen dataclass", "orders, frozen dataclasses"),
            ("frozen dataclass with slots", "orders, frozen dataclasses with slots"),
            ("NamedTuple", "orders, NamedTuples"),
        ):
            held = partial(pydantic[peer], raw)
            ratio = against(partial(own.ORDERS[kind].decode_json, raw), held, budget).ratio
            against_what = "pydantic's models" if peer == "orders" else "pydantic over the same classes"
            yield at_most(f"{orders} orders into a {kind}, to {against_what}", 1.0, ratio)


def _other_forms(budget: float) -> Iterator[Bar]:
    yield at_most(
        "XML of DescribeImages of 100, to xmltodict.parse", 0.35, _ratio("xml-images-100", OURS, budget)
    )
    yield at_most(
        "writing DescribeImages of 100, to orjson.dumps", 7, _ratio("write-images-100", OURS, budget)
    )
    for key in ("write-request", "write-request-10", "write-request-100"):
        name = WORKS[key]().name
        yield at_most(f"writing {name}, to orjson.dumps", 4, _ratio(key, OURS, budget))


def _peers(budget: float) -> Iterator[Bar]:
    work = WORKS["images-100"]()
    work.check()
    ours = work.runs[OURS]
    for peer in ("pydantic", "mashumaro", "cattrs", "adaptix", "koda-validate", "botocore"):
        yield at_least(
            f"DescribeImages of 100 by {peer}, to ours", 3, against(work.runs[peer], ours, budget).ratio
        )
    for images in (85, 850, 8_500):
        raw = payloads.describe_images(images)
        peer_run = partial(decoders("msgspec")["images"], raw)
        ratio = against(partial(ecr.DescribeImagesResponse.decode_json, raw), peer_run, budget).ratio
        yield at_most(f"{len(raw) / 1e6:.2f} MB, to msgspec with non-strict timestamps", 1.15, ratio)


def _faults(budget: float) -> Iterator[Bar]:
    yield at_most("one wrong member in 100 images, to orjson.loads", 6, _ratio("wrong-1", OURS, budget))
    yield at_most("a wrong member in each of 100 images", 25, _ratio("wrong-100", OURS, budget))
    yield at_most("every member of 100 images wrong", 25, _ratio("wrong-1000", OURS, budget))
    few, many = scale.faults()
    yield at_most("ten times as many images, every member wrong: times as long", 12, many / few)
    error = ecr.DescribeImagesResponse.decode_json(damage.many_wrong_fields(1000)).failure()
    yield at_most("problems that are told of 10,000", 100, len(error.problems))


def _memory() -> Iterator[Bar]:
    cases: tuple[tuple[str, float, Callable[[bytes], object], bytes], ...] = (
        (
            "lowered: 5 MB of DescribeImages",
            0.25,
            ecr.DescribeImagesResponse.decode_json,
            payloads.describe_images(8_500),
        ),
        ("lowered: 5 MB of own Records", 0.25, own.ORDERS["Record"].decode_json, payloads.orders(19_000)),
        (
            "5 MB of own frozen dataclasses",
            1.3,
            own.ORDERS["frozen dataclass"].decode_json,
            payloads.orders(19_000),
        ),
        ("5 MB of a tagged union", 1.3, own.SHAPES.decode_json, payloads.shapes(50_000)),
    )
    for name, limit, decode, raw in cases:
        ratio = peak(partial(decode, raw)) / peak(partial(orjson.loads, raw))
        yield at_most(f"peak memory, {name}, to orjson.loads", limit, ratio)


def _growth() -> Iterator[Bar]:
    for collecting, word in ((False, "off"), (True, "on")):
        first, *_, last = scale.growth((85, 85_000), collecting=collecting)
        steeper = (last.ours / first.ours) / (last.orjson / first.orjson)
        what = "time for each byte, from 50 kB to 50 MB it grows, to the growth of orjson.loads"
        yield at_most(f"{what}, collector {word}", 1.0, steeper)


def _starting(rounds: int) -> Iterator[Bar]:
    name, milliseconds = cold.first_decode()
    yield at_most(f"the slowest first decode of an operation ({name})", 10, milliseconds, " ms")
    yield at_most("codecs compiled by `from ecr_decode import ecr`", 0, cold.compiled_at_import())
    package, catalogue, boto3 = cold.imports(
        "import ecr_decode", "from ecr_decode import ecr; ecr.describe_images", "import boto3", rounds=rounds
    )
    yield at_most("`import ecr_decode`, beyond bare Python", 50, package, " ms")
    yield at_most("`from ecr_decode import ecr`, to `import boto3`", 0.5, catalogue / boto3)
