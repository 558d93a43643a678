"""`python -m benchmarks.bulk`: lines of CloudTrail in one process, in two, and on Dask.

There are two mixes: short lines, of five calls without a session, and long ones, as a registry has them.
These have sessions, TLS, replies, refused calls, events, and records of other services. Each figure is the
best of five runs, in turns. Ratios of one process are those of processor time to an empty loop of
`orjson.loads` over the same lines in memory. Those of several are of wall time, and need as many free
processors.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from ecr_decode import Decoder, Record, boolean, bulk, camel_case, documents, field, string

from .shapes import trails
from .shapes.chance import Chance

Run = Callable[[], object]
SEED = 20260701


class Six(Record, rename=camel_case):
    event_time: str = field(string)
    event_source: str = field(string)
    event_name: str = field(string)
    aws_region: str | None = field(string, default=None)
    source_ip_address: str | None = field("sourceIPAddress", string, default=None)
    read_only: bool | None = field(boolean, default=None)


def event_name(event: Any) -> str:
    name: str = event.event_name
    return name


def short_lines(count: int) -> Iterator[bytes]:
    """Lines of CloudTrail, of five operations."""
    return map(_line, range(count))


def long_lines(count: int) -> Iterator[bytes]:
    """Lines of CloudTrail of many kinds, as a registry has them."""
    chance = Chance(SEED)
    for _ in range(-(-count // _AT_ONCE)):
        yield from map(orjson.dumps, trails.records(chance, _AT_ONCE))


MIXES = {"short lines": short_lines, "long lines": long_lines}
_AT_ONCE = 1000


def _line(number: int) -> bytes:
    repository = f"team-{number % 50}/app-{number % 7}"
    digest = f"sha256:{number * 7919:064x}"
    name, asked = (
        ("GetDownloadUrlForLayer", {"repositoryName": repository, "layerDigest": digest}),
        ("BatchGetImage", {"repositoryName": repository, "imageIds": [{"imageTag": f"v{number}"}]}),
        ("DescribeImages", {"repositoryName": repository, "maxResults": 100}),
        ("GetAuthorizationToken", None),
        ("BatchCheckLayerAvailability", {"repositoryName": repository, "layerDigests": [digest]}),
    )[number % 5]
    account, role = "123456789012", f"arn:aws:sts::123456789012:assumed-role/ci/{number % 97}"
    arn = f"arn:aws:ecr:us-east-2:{account}:repository/{repository}"
    return orjson.dumps(
        {
            "eventVersion": "1.09",
            "userIdentity": {"type": "AssumedRole", "principalId": "AROA", "arn": role, "accountId": account},
            "eventTime": f"2024-05-01T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z",
            "eventSource": "ecr.amazonaws.com",
            "eventName": name,
            "awsRegion": "us-east-2",
            "sourceIPAddress": f"203.0.113.{number % 250}",
            "userAgent": "docker/24.0.5 go/go1.20.4 git-commit/a61e2b4 kernel/5.10 os/linux arch/amd64",
            "requestParameters": asked,
            "responseElements": None,
            "requestID": f"{number:08x}-4e2c-8e4a-0123456789ab",
            "eventID": f"{number:08x}-4d5f-9a4c-abcdef012345",
            "readOnly": True,
            "resources": [{"ARN": arn, "accountId": account}],
            "eventType": "AwsApiCall",
            "managementEvent": True,
            "recipientAccountId": account,
            "eventCategory": "Management",
        }
    )


def best(runs: dict[str, Run], clock: Callable[[], float]) -> dict[str, float]:
    """The shortest of five runs of each, which take turns."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(5):
        for name, run in runs.items():
            start = clock()
            run()
            taken[name].append(clock() - start)
    return {name: min(each) for name, each in taken.items()}


def parsed(path: Path) -> Run:
    lines = path.read_bytes().splitlines()

    def run() -> None:
        loads = orjson.loads
        for each in lines:
            loads(each)

    return run


def summed(codec: Decoder[Any], path: Path, key: Callable[[Any], str] | None = None) -> Run:
    return lambda: bulk.summarise(bulk.decode_lines(codec, path), key)


def in_jobs(codec: Decoder[Any], path: Path, jobs: int) -> Run:
    return lambda: bulk.summarise_files(codec, [path], key=event_name, jobs=jobs)


def main() -> None:
    """Make the lines, and show each figure as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk", description=__doc__)
    parser.add_argument("--lines", type=int, default=400_000)
    parser.add_argument("--one", action="store_true", help="leave out what needs two processors")
    options = parser.parse_args()
    for name, lines in MIXES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "trail.jsonl")
            with path.open("wb") as file:
                file.writelines(line + b"\n" for line in islice(lines(options.lines), options.lines))
            print(f"{name}: {options.lines:,} lines, {path.stat().st_size / 1e6:.0f} MB")
            in_one(path, options.lines)
            if not options.one:
                in_several(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory, with all lines held for orjson: {peak:.0f} MB")


def in_one(path: Path, count: int) -> None:
    """Processor time in one process, to that of `orjson.loads`."""
    runs = {
        "orjson.loads": parsed(path),
        "six members": summed(Six.codec, path),
        "six members, by name": summed(Six.codec, path, event_name),
        "cloudtrail": summed(documents.cloudtrail, path),
        "cloudtrail, by name": summed(documents.cloudtrail, path, event_name),
    }
    taken = best(runs, time.process_time)
    base = taken.pop("orjson.loads")
    print(f"  orjson.loads: {base / count * 1e6:.2f} µs a line")
    for name, each in taken.items():
        print(f"  {name}: {each / base:.2f} of it")


def in_several(path: Path) -> None:
    """Wall time in two processes, and on two workers of Dask."""
    codecs: dict[str, Decoder[Any]] = {"six members": Six.codec, "cloudtrail": documents.cloudtrail}
    for name, codec in codecs.items():
        taken = best({f"jobs={jobs}": in_jobs(codec, path, jobs) for jobs in (1, 2)}, time.perf_counter)
        two = taken["jobs=2"]
        print(f"  {name}, jobs=2: {taken['jobs=1'] / two:.2f} times as fast as one process")
        print(f"  {name}, two workers of Dask: {on_dask(codec, path) / two:.2f} of the time of jobs=2")


def on_dask(codec: Decoder[Any], path: Path) -> float:
    import distributed

    local: Any = distributed.LocalCluster
    connected: Any = distributed.Client
    with local(n_workers=2, threads_per_worker=1) as cluster, connected(cluster) as client:
        run = partial(bulk.dask.summarise_files, client, codec, [path], key=event_name)
        return best({"dask": run}, time.perf_counter)["dask"]


if __name__ == "__main__":
    main()
