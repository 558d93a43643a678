"""Clients of botocore for the tests, with credentials that are nobody's."""

from __future__ import annotations

from typing import Any, cast

import boto3
import botocore.loaders
import botocore.session
from botocore.config import Config

REGION = "eu-west-1"
_LOADER: Any = cast(Any, botocore.loaders).create_loader()
"""It keeps the models that it has loaded, which is most of the work of making a client."""


def session_of() -> Any:
    """A session with credentials that open nothing."""
    session: Any = cast(Any, botocore.session).Session()
    session.register_component("data_loader", _LOADER)
    return cast(Any, boto3).Session(
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="not a secret",
        region_name=REGION,
        botocore_session=session,
    )


def client_of(service: str = "ecr", *, url: str | None = None, session: Any = None, **settings: Any) -> Any:
    """A client of a service, at an address of the test's; settings are those of botocore's `Config`.

    Each has a session of its own: moto answers only for sessions that were made after it was imported.
    """
    config = cast(Any, Config)(**{"retries": {"total_max_attempts": 1}, "read_timeout": 10, **settings})
    return (session or session_of()).client(service, endpoint_url=url, config=config)
