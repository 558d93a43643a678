"""The committed catalogues are what the generator writes, byte for byte, and `--check` sees a change."""

from __future__ import annotations

import shutil
from pathlib import Path

import botocore
import pytest

from tools.catalogue.__main__ import differs, main, write
from tools.catalogue.folder import put
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


@pytest.mark.parametrize(
    "arguments",
    [
        ("--service", "sts"),
        ("--model", "service-2.json"),
        ("--into", "sts"),
        ("--service", "sts", "--into", "sts", "--check"),
    ],
    ids=" ".join,
)
def test_a_service_and_a_folder_go_together(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "--service or --model goes together with --into" in capsys.readouterr().err


def test_the_name_of_a_folder_is_that_of_a_package(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--service", "sts", "--into", str(tmp_path / "my-sts")])
    assert "the name of the folder is that of the package" in capsys.readouterr().err


@pytest.mark.parametrize("service", ["s3", "nosuch"])
def test_a_service_that_is_refused_leaves_the_folder_as_it_is(service: str, copy: Path) -> None:
    before = contents(copy)
    with pytest.raises(SystemExit):
        main(["--service", service, "--into", str(copy)])
    assert contents(copy) == before


def test_a_folder_with_modules_of_others_is_refused_before_the_model_is_read(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print()\n")
    with pytest.raises(SystemExit, match=r"app\.py is not of a catalogue; name a folder of its own"):
        write(Service("nosuch", "None"), tmp_path, "package")
    assert contents(tmp_path) == {"app.py": "print()\n"}


def test_a_catalogue_takes_the_place_of_an_older_one_and_what_else_is_there_stays(copy: Path) -> None:
    (copy / "notes.txt").write_text("mine")
    write(Service("sts", "STS"), copy, "ecr_public")
    assert contents(copy)["notes.txt"] == "mine"
    assert {path.suffix for path in copy.iterdir()} == {".py", ".pyi", ".txt"}
    assert not (copy / "tag.py").exists()
    assert [path.name for path in copy.parent.iterdir()] == ["ecr_public"]


def test_a_folder_whose_place_cannot_be_taken_stays(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = contents(copy), Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise OSError("full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(OSError, match="full"):
        put({"__init__.py": ""}, copy)
    assert contents(copy) == before


def test_a_model_file_gives_what_the_same_model_in_botocore_does(tmp_path: Path) -> None:
    [path] = Path(botocore.__file__).parent.glob("data/sts/*/service-2.json.gz")
    assert main(["--model", str(path), "--into", str(tmp_path / "a" / "sts")]) == 0
    write(Service("sts", "service-2"), tmp_path / "b" / "sts", "sts")
    ours, theirs = (contents(tmp_path / each / "sts") for each in "ab")
    first = "# Written by tools/catalogue from sts-2011-06-15; do not edit.\n"
    assert all(text.startswith(first) for text in ours.values())
    assert {name: text.partition("\n")[2] for name, text in ours.items()} == {
        name: text.partition("\n")[2] for name, text in theirs.items()
    }


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir()}
