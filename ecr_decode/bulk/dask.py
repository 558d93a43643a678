"""Beyond one machine: the files of `bulk` read and written by the workers of Dask distributed.

Workers return summaries, or write their own files; the values stay with them.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, Generic, TypeVar

from returns.result import Result

from ..building import must_be
from ..codec import Codec
from ..decoder import Decoder
from ..extra import needs
from .files import Paths, conversion, summary_work
from .limits import COUNTED_PART, PART
from .part import Part
from .pool import Task, Work, in_order, must_pickle, together
from .records import Steps
from .summary import Summary
from .target import Format
from .writing import Unwritten, Written

needs(__name__, "distributed", "dask")

from distributed import Client, as_completed  # noqa: E402 it may not be there

A = TypeVar("A")
R = TypeVar("R")

_MOST_RUNNING = 2**10
"""How many tasks the scheduler knows of at once."""


def summarise_files(
    client: Client,
    codec: Decoder[A],
    paths: Paths,
    *,
    at: Steps | None = None,
    key: Callable[[A], str | None] | None = None,
    most: int | None = None,
    part: int = 2 * COUNTED_PART,
) -> Summary:
    """The summary of files, read by the workers of a Dask cluster.

    >>> from distributed import Client
    >>> from ecr_decode import bulk, documents
    >>> def count(scheduler: str, urls: list[str]) -> bulk.Summary:
    ...     with Client(scheduler) as client:
    ...         return bulk.dask.summarise_files(client, documents.cloudtrail, urls, at=("Records",))

    The result and the options are those of `bulk.summarise_files`. A path must mean the same file on every
    worker. `s3://bucket/key` is an object, which boto3 reads in ranges: each worker needs credentials, and
    follows the environment and the files of boto3, `AWS_ENDPOINT_URL` among them.

    A worker that is killed loses nothing: the scheduler gives its task to another one. A part that ends as
    many workers as Dask's `allowed-failures` says is one failure.
    """
    work, parts = summary_work(
        "bulk.dask.summarise_files", codec, paths, at=at, key=key, most=most, part=part
    )
    must_pickle("bulk.dask.summarise_files(...)", {"the codec": codec, "the key": key})
    return sum(_done(client, work, parts), Summary())


def convert_files(
    client: Client,
    codec: Codec[Any],
    paths: Paths,
    *,
    into: str | os.PathLike[str],
    format: Format = "jsonl",  # noqa: A002 # as in `bulk.convert_files`
    at: Steps | None = None,
    base: str | os.PathLike[str] | None = None,
    most: int | None = None,
    part: int = PART,
) -> Result[tuple[Written, ...], tuple[Unwritten, ...]]:
    """Write the values of files to files, by the workers of a Dask cluster.

    >>> from distributed import Client
    >>> from ecr_decode import bulk, documents
    >>> def convert(scheduler: str, urls: list[str]) -> int:
    ...     with Client(scheduler) as client:
    ...         files = bulk.dask.convert_files(client, documents.cloudtrail, urls, into="/shared/out")
    ...     return sum(file.items for file in files.unwrap())

    The files and the options are those of `bulk.convert_files`. The folder is one that all workers share,
    or a prefix of S3. A task that is done twice writes the same file again.
    """
    plan = conversion(
        "bulk.dask.convert_files",
        codec,
        paths,
        into=into,
        form=format,
        at=at,
        base=base,
        most=most,
        part=part,
    )
    must_pickle("bulk.dask.convert_files(...)", {"the codec": codec})
    return plan.collect(_done(client, plan.work, plan.parts()))


def _done(client: Client, work: Work[R], parts: Iterable[Part]) -> Iterator[R]:
    must_be("the client", client, Client, "a client of Dask distributed")
    return in_order(_Run(client, work, parts).results())


class _Run(Generic[R]):
    """Tasks on the workers of a cluster; the scheduler knows of so many at once.

    Dask holds the death of a worker against all tasks that it had. So the parts of a task that fails are done
    again one at a time, after all others.
    """

    def __init__(self, client: Any, work: Work[R], parts: Iterable[Part]) -> None:
        self.client: Any = client
        self.work = work
        self.packed = pickle.dumps(work.do)
        self.tasks = together(parts)
        self.running: dict[str, Task] = {}
        self.suspects = deque[Task]()
        self.alone: Task | None = None
        iterator: Any = as_completed
        self.futures = iterator()

    def results(self) -> Iterator[tuple[int, R]]:
        """The results, with the numbers of their parts."""
        try:
            self.fill()
            for future in self.futures:
                task = self.running.pop(future.key)
                made = _result(future)
                if not isinstance(made, str):
                    yield from ((number, each) for (number, _), each in zip(task, made, strict=True))
                elif task is self.alone:
                    reason = f"expected a worker that ends its work, got {made}"
                    yield from ((number, self.work.give_up(part, reason)) for number, part in task)
                else:
                    self.suspects.extend((each,) for each in task)
                self.fill()
        finally:
            self.futures.clear()

    def fill(self) -> None:
        """Give the scheduler more tasks while it knows of few, and at last those that failed."""
        for task in islice(self.tasks, _MOST_RUNNING - len(self.running)):
            self.submit(task)
        if not self.running and self.suspects:
            self.alone = self.suspects.popleft()
            self.submit(self.alone)

    def submit(self, task: Task) -> None:
        """Give a task to the scheduler."""
        future = self.client.submit(_do, self.packed, [part for _, part in task], pure=False)
        self.running[future.key] = task
        self.futures.add(future)


def _result(future: Any) -> list[Any] | str:
    """The results of a task, or the name of the error that ended it."""
    try:
        results: list[Any] = future.result()
    except Exception as error:  # a worker's error, its death, or that of the scheduler
        return type(error).__name__
    return results


def _do(packed: bytes, parts: list[Part]) -> list[Any]:
    """Do some parts, in a worker."""
    do = _unpacked(packed)
    return [do(part) for part in parts]


@lru_cache(maxsize=8)
def _unpacked(packed: bytes) -> Callable[[Part], Any]:
    """What is done with each part: a worker unpacks it once, and so compiles the codec once."""
    do: Callable[[Part], Any] = pickle.loads(packed)
    return do
