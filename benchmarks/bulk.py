"""`python -m benchmarks.bulk`: lines of CloudTrail in one process, in two, and on Dask.

Each figure is the best of three. Ratios of one process are those of processor time to an empty loop of
`orjson.loads` over the same lines in memory. Those of several are of wall time, and need
as many free processors.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson

from ecr_decode import Decoder, Record, boolean, bulk, camel_case, documents, field, string

Run = Callable[[], object]


class Six(Record, rename=camel_case):
    event_time: str = field(string)
    event_source: str = field(string)
    event_name: str = field(string)
    aws_region: str | None = field(string, default=None)
    source_ip_address: str | None = field("sourceIPAddress", string, default=None)
    read_only: bool | None = field(boolean, default=None)


def event_name(event: Six) -> str:
    return event.event_name


def line(number: int) -> bytes:
    """A line of CloudTrail, of one of five operations."""
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


def best(run: Run, clock: Callable[[], float]) -> float:
    """The shortest of three runs."""
    taken: list[float] = []
    for _ in range(3):
        start = clock()
        run()
        taken.append(clock() - start)
    return min(taken)


def parsed(path: Path) -> Run:
    lines = path.read_bytes().splitlines()

    def run() -> None:
        loads = orjson.loads
        for each in lines:
            loads(each)

    return run


def summed(codec: Decoder[object], path: Path) -> Run:
    return lambda: bulk.summarise(bulk.decode_lines(codec, path))


def in_jobs(path: Path, jobs: int) -> Run:
    return lambda: bulk.summarise_files(Six.codec, [path], key=event_name, jobs=jobs)


def main() -> None:
    """Make the lines, and show each figure as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bulk", description=__doc__)
    parser.add_argument("--lines", type=int, default=400_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "trail.jsonl")
        with path.open("wb") as file:
            file.writelines(line(number) + b"\n" for number in range(options.lines))
        print(f"{options.lines:,} lines, {path.stat().st_size / 1e6:.0f} MB")
        base = best(parsed(path), time.process_time)
        print(f"orjson.loads: {base / options.lines * 1e6:.2f} µs a line")
        codecs: dict[str, Decoder[object]] = {"six members": Six.codec, "cloudtrail": documents.cloudtrail}
        for name, codec in codecs.items():
            print(f"{name}: {best(summed(codec, path), time.process_time) / base:.2f} of it")
        one, two = (best(in_jobs(path, jobs), time.perf_counter) for jobs in (1, 2))
        print(f"jobs=2: {one / two:.2f} times as fast as one process")
        print(f"Dask, two workers: {on_dask(path) / two:.2f} of the time of jobs=2")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak of memory, with all lines held for orjson: {peak:.0f} MB")


def on_dask(path: Path) -> float:
    import distributed

    local: Any = distributed.LocalCluster
    connected: Any = distributed.Client
    with local(n_workers=2, threads_per_worker=1) as cluster, connected(cluster) as client:
        return best(
            lambda: bulk.dask.summarise_files(client, Six.codec, [path], key=event_name), time.perf_counter
        )


if __name__ == "__main__":
    main()
