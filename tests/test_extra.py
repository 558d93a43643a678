"""If a library is not installed, the message names the extra that brings it."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = (
    "import sys; sys.modules.update(dict.fromkeys("
    "('boto3', 'botocore', 'aiobotocore', 'distributed', 'hypothesis')))\n"
)


def ran(script: str) -> subprocess.CompletedProcess[str]:
    """A program for which none of the libraries is there."""
    command = [sys.executable, "-c", WITHOUT + script]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("module", "library", "extra"),
    [
        ("bulk.dask", "distributed", "dask"),
        ("integrations.aiobotocore", "botocore", "aiobotocore"),
        ("integrations.boto3", "botocore", "boto3"),
        ("testing", "hypothesis", "hypothesis"),
    ],
)
def test_importing_a_module_names_the_extra(module: str, library: str, extra: str) -> None:
    assert ran(f"import ecr_decode.{module}").stderr.splitlines()[-1] == (
        f'ModuleNotFoundError: ecr_decode.{module} needs {library}: pip install "ecr-decode[{extra}]"'
    )


def test_reading_from_s3_names_the_extra() -> None:
    reading = "from ecr_decode import bulk, string\nprint(*bulk.decode_lines(string, 's3://bucket/key'))"
    assert 'to reach S3; install "ecr-decode[boto3]"' in ran(reading).stdout
