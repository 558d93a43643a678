"""The committed catalogues are what the generator writes, byte for byte, and `--check` sees a change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.catalogue.__main__ import differs, main
from tools.catalogue.services import COMMITTED, ECR_PUBLIC, Service

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("service", COMMITTED, ids=[service.name for service in COMMITTED])
def test_writing_a_catalogue_again_changes_no_byte(service: Service) -> None:
    name = service.name.replace("-", "_")
    assert not differs(service, ROOT / "ecr_decode" / name, f"ecr_decode.{name}")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the smaller catalogue, to be changed."""
    folder = tmp_path / "ecr_public"
    shutil.copytree(ROOT / "ecr_decode" / "ecr_public", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_a_changed_module_is_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = copy / "tag.py"
    path.write_text(path.read_text() + "\n")
    assert differs(ECR_PUBLIC, copy, "ecr_decode.ecr_public")
    assert capsys.readouterr().err == "ecr_decode.ecr_public: tag.py is not what the generator writes\n"


def test_a_module_too_many_and_one_too_few_are_named(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "tag.py").rename(copy / "label.py")
    assert differs(ECR_PUBLIC, copy, "ecr_decode.ecr_public")
    assert [line.split()[1] for line in capsys.readouterr().err.splitlines()] == ["label.py", "tag.py"]


def test_a_name_that_the_stub_lacks_is_seen(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stub = copy / "__init__.pyi"
    stub.write_text("".join(stub.read_text().splitlines(keepends=True)[:-1]))
    assert differs(ECR_PUBLIC, copy, "ecr_decode.ecr_public")
    assert capsys.readouterr().err == "ecr_decode.ecr_public: __init__.pyi is not what the generator writes\n"


def test_a_header_names_the_generator_and_the_version_of_the_model() -> None:
    for service in COMMITTED:
        for path in (ROOT / "ecr_decode" / service.name.replace("-", "_")).glob("*.py*"):
            first = path.read_text().partition("\n")[0]
            assert first == "# Written by tools/catalogue from botocore 1.44.5; do not edit."


def test_a_service_and_a_folder_go_together(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--service", "sts"])
    assert "--service and --into go together" in capsys.readouterr().err
