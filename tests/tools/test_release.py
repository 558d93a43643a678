"""The checks of what is published refuse what they must."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from tools.release import NEEDED, Failed, check_equal, check_files, check_paths, version_of

ROOT = Path(__file__).resolve().parents[2]
METADATA = "ecr_decode-1.0.dist-info/METADATA"


def wheel(folder: Path, files: dict[str, bytes]) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "ecr_decode-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in files.items():
            archive.writestr(zipfile.ZipInfo(name), raw)
    return path


def test_equal_builds_are_given(tmp_path: Path) -> None:
    one, other = (wheel(tmp_path / name, {"a": b"1"}) for name in ("one", "other"))
    assert check_equal(one.parent, other.parent) == [one]


@pytest.mark.parametrize("files", [{"a": b"2"}, {"b": b"1"}, {"a": b"1", "b": b""}])
def test_builds_that_differ_are_refused(tmp_path: Path, files: dict[str, bytes]) -> None:
    one, other = wheel(tmp_path / "one", {"a": b"1"}), wheel(tmp_path / "other", files)
    with pytest.raises(Failed, match=r"differ in ecr_decode-1\.0"):
        check_equal(one.parent, other.parent)


def test_a_file_of_one_build_alone_is_refused(tmp_path: Path) -> None:
    one, other = (wheel(tmp_path / name, {}) for name in ("one", "other"))
    (other.parent / "more").touch()
    with pytest.raises(Failed, match="different names"):
        check_equal(one.parent, other.parent)


@pytest.mark.parametrize("name", ["tests/test_codec.py", "ecr_decode/left.pyc", "other.py"])
def test_a_file_that_is_not_of_the_package_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Failed, match=name):
        check_files(wheel(tmp_path, dict.fromkeys((*NEEDED, name, METADATA), b"")), NEEDED)


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_a_file_that_lacks_is_refused(tmp_path: Path, name: str) -> None:
    check_files(wheel(tmp_path / "whole", dict.fromkeys((*NEEDED, METADATA), b"")), NEEDED)
    part = wheel(tmp_path / "part", dict.fromkeys(NEEDED - {name}, b""))
    with pytest.raises(Failed, match="differ in"):
        check_files(part, NEEDED)
    with pytest.raises(Failed, match="has no"):
        check_files(part, NEEDED - {name})


def test_a_path_of_the_machine_is_found(tmp_path: Path) -> None:
    bad = wheel(tmp_path, {METADATA: f"built in {tmp_path}".encode()})
    with pytest.raises(Failed, match="METADATA names"):
        check_paths(bad, tmp_path)
    sdist = tmp_path / "ecr_decode-1.0.tar.gz"
    with tarfile.open(sdist, "w:gz") as archive:
        archive.add(ROOT / "LICENSE", "LICENSE")
    check_paths(sdist, tmp_path)
    with pytest.raises(Failed, match="LICENSE names Apache"):
        check_paths(sdist, Path("Apache"))


def test_the_version_is_that_of_the_metadata(tmp_path: Path) -> None:
    assert version_of(wheel(tmp_path, {METADATA: b"Name: x\nVersion: 1.0rc1\n\nVersion: 2"})) == "1.0rc1"
