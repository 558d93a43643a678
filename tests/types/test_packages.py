"""Packages, loaded when first touched, are typed as the modules they are; the switch as the context it is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import assert_type

from returns.result import Result, Success

import ecr_decode
from ecr_decode import DecodeError, aws, ecr, ecr_public, integer, plain_only


def test_packages_are_modules() -> None:
    assert aws.__name__ == "ecr_decode.aws"
    assert ecr.__name__ == "ecr_decode.ecr"
    assert ecr_public.__name__ == "ecr_decode.ecr_public"
    assert_type(ecr_decode.__version__, str)


def test_the_switch_is_a_context_in_which_types_stay() -> None:
    switch: AbstractContextManager[None] = plain_only()
    with switch as nothing:
        assert_type(nothing, None)
        assert_type(integer.decode_json(b"1"), Result[int, DecodeError])
        assert integer.decode_json(b"1") == Success(1)
