"""One service on its way: its catalogue is written into a folder, imported, and compared."""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, cast

import botocore.session

from tools.catalogue.__main__ import write
from tools.catalogue.services import Service

from .compare import Comparison, Counts


class Report(NamedTuple):
    """What became of a service."""

    service: str
    operations: int = 0
    counts: Counts | None = None
    refused: str = ""
    """Why the generator refused it, or how its catalogue could not be imported."""


def spoken() -> Iterator[str]:
    """The services that speak json or query."""
    session: Any = cast(Any, botocore.session).Session()
    loader = session.get_component("data_loader")
    for name in loader.list_available_services("service-2"):
        metadata = loader.load_service_model(name, "service-2")["metadata"]
        if {"json", "query"} & {*metadata.get("protocols", ()), metadata["protocol"]}:
            yield name


def package_of(service: str) -> str:
    """What the package of a service's catalogue is called."""
    return "generated_" + service.replace("-", "_")


def compared(service: str, folder: Path, values: int) -> Report:
    """Write the catalogue of a service into a folder, import it, and compare it."""
    package = package_of(service)
    try:
        with contextlib.redirect_stderr(io.StringIO()), contextlib.redirect_stdout(io.StringIO()):
            write(Service(service, service), folder / package, package)
    except SystemExit as refusal:
        return Report(service, refused=str(refusal))
    sys.path.insert(0, str(folder))
    try:
        module = import_module(package)
        for name in module.__all__:
            getattr(module, name)
        comparison = Comparison(module, service)
        return Report(service, len(comparison.operations), comparison.counts(values))
    except Exception as error:  # whatever it is, the other services are compared
        return Report(service, refused=f"{type(error).__name__}: {error}")
    finally:
        sys.path.remove(str(folder))


def compared_in_time(service: str, folder: Path, values: int, end: float) -> Report:
    """The same, unless it is too late: a moment in seconds since 1970."""
    return compared(service, folder, values) if time.time() < end else Report(service, refused="out of time")
