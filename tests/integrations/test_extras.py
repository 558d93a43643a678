"""Where a library is not installed, importing its integration says which extra to install."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = "import sys; sys.modules.update(dict.fromkeys(('boto3', 'botocore', 'aiobotocore')))"


@pytest.mark.parametrize("module", ["boto3", "aiobotocore"])
def test_the_extra_is_named(module: str) -> None:
    script = f"{WITHOUT}; import ecr_decode.integrations.{module}"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.stderr.splitlines()[-1] == (
        f"ModuleNotFoundError: ecr_decode.integrations.{module} needs botocore: "
        f'pip install "ecr-decode[{module}]"'
    )
