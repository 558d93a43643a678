"""Authorization tokens: the user and password for a registry, as `docker login` takes them."""

from __future__ import annotations

from datetime import datetime

from returns.result import Failure, Result, Success

from ..aws.scalar import timestamp
from ..codec import Codec
from ..combinator.container import one_or_many
from ..combinator.field import field
from ..combinator.reach import at, base64_bytes
from ..combinator.record import Record
from ..combinator.scalar import string


class Credentials(Record):
    """A user and its password. Both are hidden where the record is shown.

    >>> from ecr_decode import documents
    >>> documents.Credentials(user="AWS", password="opaque")
    Credentials(user=<secret>, password=<secret>)
    """

    user: str = field("user", string, secret=True)
    password: str = field("password", string, secret=True)


def _read(token: bytes) -> Result[Credentials, str]:
    try:
        user, colon, password = token.decode().partition(":")
    except UnicodeDecodeError:
        return Failure("expected text in UTF-8")
    return Success(Credentials(user=user, password=password)) if colon else Failure("expected a colon")


def _written(credentials: Credentials) -> Result[bytes, str]:
    if ":" in credentials.user:
        return Failure("expected a user without a colon")
    return Success(f"{credentials.user}:{credentials.password}".encode())


credentials: Codec[Credentials] = base64_bytes.try_map(_read, _written).named("a user and password in base64")
"""The token alone: `user:password` in base64; the first colon splits."""


class AuthorizationToken(Record):
    """An item of a reply of GetAuthorizationToken, or the one object of ECR Public's.

    >>> from ecr_decode import documents
    >>> item = '{"authorizationToken": "QVdTOnBhOnNz", "proxyEndpoint": "https://0.dkr.ecr.eu-west-1.amazonaws.com"}'
    >>> token = documents.authorization_token.decode_json(item).unwrap()
    >>> token.user, token.password, token.registry
    ('AWS', 'pa:ss', '0.dkr.ecr.eu-west-1.amazonaws.com')
    >>> token
    AuthorizationToken(credentials=<secret>, expires_at=None, proxy_endpoint='https://0.dkr.ecr.eu-west-1.amazonaws.com')
    """

    credentials: Credentials = field("authorizationToken", credentials, secret=True)
    expires_at: datetime | None = field("expiresAt", timestamp, default=None)
    proxy_endpoint: str | None = field("proxyEndpoint", string, default=None)
    """The address of the registry; ECR Public's reply has none."""

    @property
    def user(self) -> str:
        """The user; ECR's is `AWS`."""
        return self.credentials.user

    @property
    def password(self) -> str:
        """The password."""
        return self.credentials.password

    @property
    def registry(self) -> str | None:
        """The host of the registry, to log in to."""
        return self.proxy_endpoint and self.proxy_endpoint.rpartition("//")[2].partition("/")[0]


authorization_token: Codec[AuthorizationToken] = AuthorizationToken.codec

authorization_tokens: Codec[tuple[AuthorizationToken, ...]] = at(
    "authorizationData", one_or_many(authorization_token), default=()
)
"""All tokens of a reply of GetAuthorizationToken, of ECR (a list) or of ECR Public (a single object)."""
