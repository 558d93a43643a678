"""The packages that are loaded when they are first touched are typed as the modules they are."""

from __future__ import annotations

from typing import assert_type

from ecr_decode import aws, ecr, ecr_public, integer, plain_only


def test_packages_are_modules() -> None:
    assert aws.__name__ == "ecr_decode.aws"
    assert ecr.__name__ == "ecr_decode.ecr"
    assert ecr_public.__name__ == "ecr_decode.ecr_public"


def test_what_runs_plainly_is_typed_as_before() -> None:
    with plain_only() as nothing:
        assert_type(nothing, None)
        assert integer.decode_json(b"1").unwrap() == 1
