"""The codecs and operations of a catalogue are pickled as their names, and come back as the same objects."""

from __future__ import annotations

import pickle
import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest

from ecr_decode import Codec, Record, array, aws, ecr, string
from ecr_decode.combinator.record import record_node
from tests.oracle.catalogues import CATALOGUES

HELD: list[Any] = [
    pytest.param(module, name, id=f"{service}.{name}")
    for service, module in CATALOGUES.items()
    for name in module.__all__
    if isinstance(getattr(module, name), Codec | aws.Operation)
]
RECORDS: list[Any] = [
    pytest.param(cls, id=f"{service}.{name}")
    for service, module in CATALOGUES.items()
    for name in module.__all__
    if isinstance(cls := getattr(module, name), type) and issubclass(cls, Record)
]


@pytest.mark.parametrize(("module", "name"), HELD)
def test_what_a_catalogue_holds_is_pickled_as_its_name(module: ModuleType, name: str) -> None:
    held: Any = getattr(module, name)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        text = pickle.dumps(held, protocol)
        assert pickle.loads(text) is held
        assert name.encode() in text
        assert module.__name__.encode() in text


@pytest.mark.parametrize("cls", RECORDS)
def test_the_codec_of_a_record_is_pickled_as_its_class(cls: Any) -> None:
    text = pickle.dumps(cls.codec)
    assert pickle.loads(text) == cls.codec
    assert cls.__name__.encode() in text
    assert not any(member.wire.encode() in text for member in record_node(cls).members if "_" in member.name)


def test_a_codec_made_of_a_catalogue_holds_the_parts_by_value() -> None:
    many = array(ecr.image_digest)
    assert pickle.loads(pickle.dumps(many)) == many
    assert b"image_digest" not in pickle.dumps(many)


def test_a_core_codec_is_not_pickled_as_an_alias_of_it() -> None:
    assert string == ecr.image_digest
    assert b"ecr_decode.ecr" not in pickle.dumps(string)
    assert pickle.loads(pickle.dumps(string)) == string


def test_a_name_is_found_in_a_process_that_has_not_imported_the_catalogue() -> None:
    text = pickle.dumps((ecr.image_digest, ecr.describe_images))
    script = f"import pickle; print(pickle.loads({text!r}))"
    shown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert shown.stdout == "(string, DescribeImages)\n"


def test_a_scalar_whose_name_is_a_builtin_has_an_underscore_and_a_member_has_none() -> None:
    assert "type_" in dir(ecr)
    assert "type" not in dir(ecr)
    assert ecr.Resource(type="AWS_ECR_CONTAINER_IMAGE").type == "AWS_ECR_CONTAINER_IMAGE"


def test_any_module_may_publish_its_codecs(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from ecr_decode import string\n"
        "from ecr_decode.published import publish\n"
        "publish(__name__)\n"
        "loud = string.map(lambda text: text.upper(), str.lower)\n"
    )
    (tmp_path / "loud_codecs.py").write_text(source)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    from importlib import import_module

    loud: Any = import_module("loud_codecs").loud
    assert pickle.loads(pickle.dumps(loud)) is loud
