"""The kinds of secrets: a codec with a member that may be marked, and a document that holds it."""

from __future__ import annotations

import dataclasses
import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any, NamedTuple

from ecr_decode import (
    Codec,
    Record,
    array,
    aws,
    base64_bytes,
    case,
    dict_of,
    documents,
    ecr,
    ecr_public,
    field,
    inline,
    integer,
    json_text,
    keep_text,
    keyed_union,
    lazy,
    nullable,
    one_of,
    record,
    result_of,
    string,
    tagged_union,
)

WORD = "hunter7391828"
"""What no rendering may show, by itself or in base64."""


class Kind(NamedTuple):
    """A codec, a document that it reads, and whether it shows the word if its member is not marked."""

    codec: Codec[Any]
    document: str


@dataclasses.dataclass(frozen=True)
class Entry:
    """A class of the user's, which keeps the member out of its own `repr`."""

    password: str = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True)
class Open:
    """The same, but for that."""

    password: str


def login(secret: bool) -> type[Record]:
    """A record whose member may be secret."""

    class Login(Record, forbid_unknown=True):
        password: str = field("password", string.constrain(max_length=99), secret=secret)

    return Login


def holding(codec: Codec[Any], *, secret: bool = False) -> Codec[Any]:
    """A record with a member of a codec."""

    class Holder(Record):
        held: Any = field("held", codec, secret=secret)

    return Holder.codec


def inlined(secret: bool) -> Codec[Any]:
    class Outer(Record):
        inner: Any = inline(login(secret).codec)

    return Outer.codec


def recursive(secret: bool) -> Codec[Any]:
    class Tree(Record):
        password: str = field("password", string, secret=secret)
        below: tuple[Any, ...] = field("below", array(lazy(lambda: Tree.codec)), default=())

    return Tree.codec


def tagged(secret: bool) -> Codec[Any]:
    class Other(Record):
        size: int = field("size", integer)

    return tagged_union("kind", case("login", login(secret)) | case("other", Other))


def spelled(secret: bool) -> Codec[Any]:
    class Login(Record):
        password: str = field("pass", string, secret=secret, aliases=("password",))

    return Login.codec


def defaulting(secret: bool) -> Codec[Any]:
    class Login(Record):
        password: str = field("password", string, default=WORD, secret=secret)

    return Login.codec


def holding_a_default(secret: bool) -> Codec[Any]:
    made: Any = login(secret)

    class Holder(Record):
        held: Any = field("held", made.codec, default=made(password=WORD))

    return Holder.codec


def of_a_dataclass(secret: bool) -> Codec[Any]:
    return record(Entry if secret else Open, password=field("password", string, secret=secret))


ONE = json.dumps({"password": WORD})
HELD = f'{{"held": {ONE}}}'
IN_BASE64 = b64encode(WORD.encode()).decode()

KINDS: dict[str, tuple[Callable[[bool], Codec[Any]], str]] = {
    "a member": (lambda secret: login(secret).codec, ONE),
    "a default": (defaulting, "{}"),
    "a default that holds one": (holding_a_default, "{}"),
    "a member of a dataclass": (of_a_dataclass, ONE),
    "a member of a member": (lambda secret: holding(login(secret).codec), HELD),
    "an inlined one": (inlined, ONE),
    "a recursive one": (recursive, f'{{"password": "", "below": [{ONE}]}}'),
    "one in a list": (lambda secret: array(login(secret).codec), f"[{ONE}]"),
    "one in a dict": (lambda secret: dict_of(login(secret).codec), f'{{"a": {ONE}}}'),
    "one that may be null": (lambda secret: nullable(login(secret).codec), ONE),
    "a case by tag": (tagged, f'{{"kind": "login", "password": "{WORD}"}}'),
    "a case by key": (lambda secret: keyed_union(case("held", login(secret)) | case("other", integer)), HELD),
    "a case by trial": (
        lambda secret: one_of(case("one", login(secret)) | case("two", holding(login(secret).codec))), ONE,
    ),
    "a case of either": (lambda secret: login(secret).codec | string, ONE),
    "one in text": (lambda secret: holding(json_text(login(secret).codec)), json.dumps({"held": ONE})),
    "one in kept text": (
        lambda secret: holding(keep_text(json_text(login(secret).codec))), json.dumps({"held": ONE}),
    ),
    "one under another name": (spelled, ONE),
    "a secret list": (
        lambda secret: holding(array(string), secret=secret), json.dumps({"held": ["a", WORD]}),
    ),
    "a secret record": (lambda secret: holding(login(False).codec, secret=secret), HELD),
    "a Result": (lambda secret: holding(result_of(login(secret).codec)), HELD),
    "one that is always the same": (
        lambda secret: holding(string.map(lambda _: WORD, str), secret=secret), json.dumps({"held": WORD}),
    ),
    "bytes": (lambda secret: holding(aws.blob, secret=secret), json.dumps({"held": IN_BASE64})),
    "a mapped text": (
        lambda secret: holding(base64_bytes.map(bytes.decode, str.encode), secret=secret),
        json.dumps({"held": IN_BASE64}),
    ),
}  # fmt: skip
"""The kinds that a user may mark: what makes the codec, marked or not, and a document."""

SERVED: dict[str, Kind] = {
    "an address that is signed": Kind(
        ecr.GetDownloadUrlForLayerResponse.codec,
        json.dumps({"downloadUrl": f"https://layers.example/?X-Amz-Signature={WORD}"}),
    ),
    "a layer part": Kind(
        ecr.UploadLayerPartRequest.codec,
        json.dumps(
            {
                "repositoryName": "app", "uploadId": "1", "partFirstByte": 0, "partLastByte": 1,
                "layerPartBlob": IN_BASE64,
            }
        ),
    ),
    "a logo": Kind(ecr_public.RepositoryCatalogDataInput.codec, json.dumps({"logoImageBlob": IN_BASE64})),
    "a token": Kind(
        ecr.GetAuthorizationTokenResponse.codec,
        json.dumps({"authorizationData": [{"authorizationToken": IN_BASE64}]}),
    ),
    "a public token": Kind(
        ecr_public.GetAuthorizationTokenResponse.codec,
        json.dumps({"authorizationData": {"authorizationToken": IN_BASE64}}),
    ),
    "a token that is read": Kind(
        documents.authorization_token,
        json.dumps({"authorizationToken": b64encode(f"AWS:{WORD}".encode()).decode()}),
    ),
}  # fmt: skip
"""The secrets of the catalogues and documents."""


def marked(name: str) -> Kind:
    """A kind by its name, its member marked."""
    if name in SERVED:
        return SERVED[name]
    make, document = KINDS[name]
    return Kind(make(True), document)


def is_shown(text: str) -> bool:
    """Whether a text shows the word, or a part of it, or its base64, or the integer in its place."""
    token = b64encode(f"AWS:{WORD}".encode()).decode()
    return any(each in text for each in (WORD[:8], WORD[-6:], IN_BASE64[:8], token[:9]))
