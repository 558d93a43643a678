"""`python -m tools.services` compares what the generator writes with botocore, and finds what differs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from tools.catalogue.__main__ import write
from tools.catalogue.services import Service
from tools.services import run
from tools.services.__main__ import main
from tools.services.run import Report, compared, compared_in_time, spoken


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """The catalogues that a test imports are forgotten after it."""
    yield
    for name in [name for name in sys.modules if name.startswith("generated_")]:
        del sys.modules[name]


@pytest.mark.parametrize(
    "service", ["importexport", "dynamodbstreams", "bcm-data-exports", "freetier", "pcs"]
)
def test_a_service_is_read_and_written_as_botocore_does(service: str, tmp_path: Path) -> None:
    report = compared(service, tmp_path, 2)
    assert (report.refused, report.counts and report.counts.differences) == ("", [])
    assert report.counts is not None
    whats = {
        "request read",
        "request sent",
        "request headers",
        "request written",
        "reply read",
        "reply written",
    }
    assert whats <= report.counts.compared.keys()
    assert report.counts.compared["request written"] == 2 * report.operations


def test_a_difference_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def write_wrongly(service: Service, folder: Path, package: str) -> None:
        write(service, folder, package)
        module = folder / "operation.py"
        module.write_text(
            module.read_text().replace('field("jobId"', 'field("jobID"').replace('"JobId"', '"JobID"')
        )

    monkeypatch.setattr(run, "write", write_wrongly)
    report = compared("importexport", tmp_path, 2)
    assert report.counts is not None
    assert any("JobID" in line for line in report.counts.differences)


def test_what_is_refused_or_too_late_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "it speaks rest-xml" in compared("s3", tmp_path, 1).refused
    assert compared_in_time("sts", tmp_path, 1, end=0) == Report("sts", refused="out of time")
    assert main(["s3", "--values", "1"]) == 1
    assert capsys.readouterr().out.startswith("s3: s3: it speaks rest-xml")


def test_the_services_are_those_of_two_protocols() -> None:
    assert [*islice(spoken(), 2)] == ["acm", "acm-pca"]
