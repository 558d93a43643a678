"""The packages that are loaded when they are first touched are typed as the modules they are."""

from __future__ import annotations

from ecr_decode import aws, ecr, ecr_public


def test_packages_are_modules() -> None:
    assert aws.__name__ == "ecr_decode.aws"
    assert ecr.__name__ == "ecr_decode.ecr"
    assert ecr_public.__name__ == "ecr_decode.ecr_public"
