"""Sample values: for a description, always the same value, which keeps every constraint."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from typing import Any, TypeAlias, assert_never

from ecr_decode.node import kinds as n
from ecr_decode.node.constraint import compiled, violation

Rules: TypeAlias = tuple[n.Constraint, ...]

_parser: Any = import_module("re._parser")

_DIGEST = "sha256:" + "0123456789abcdef" * 4
_ARN = "arn:aws:ecr:eu-west-1:123456789012:repository/team/app"
LIKELY = {
    "artifactMediaType": "application/vnd.oci.image.config.v1+json",
    "authorizationToken": "QVdTOnNlY3JldA==",
    "customRoleArn": "arn:aws:iam::123456789012:role/ecr",
    "downloadUrl": "https://layers.example/0",
    "ecrRepositoryPrefix": "hub",
    "imageDigest": _DIGEST,
    "imageManifest": '{"schemaVersion":2,"layers":[]}',
    "imageManifestMediaType": "application/vnd.oci.image.manifest.v1+json",
    "imageTag": "v1.2",
    "imageTags": "v1.2",
    "Key": "team",
    "layerDigest": _DIGEST,
    "layerDigests": _DIGEST,
    "lifecyclePolicyText": '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":'
    '"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}',
    "mediaType": "application/vnd.oci.image.layer.v1.tar+gzip",
    "nextToken": "t1",
    "policyText": '{"Version":"2012-10-17","Statement":[]}',
    "proxyEndpoint": "https://123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    "region": "eu-west-1",
    "registryId": "123456789012",
    "registryIds": "123456789012",
    "repositoryArn": _ARN,
    "repositoryName": "team/app",
    "repositoryNames": "team/app",
    "repositoryUri": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app",
    "resourceArn": _ARN,
    "tagKeys": "team",
    "uploadId": "123e4567-e89b-12d3-a456-426614174000",
    "upstreamRegistryUrl": "registry-1.docker.io",
    "Value": "platform",
}
"""What a text is likely to be, by the name of its member."""

_MOMENT = datetime(2024, 2, 29, 12, 30, tzinfo=UTC)
_LEVELS = 3


def sample(node: n.Node, *, full: bool = True) -> Any:
    """A value of the description: with every optional member, or with none.

    >>> from ecr_decode import ecr
    >>> from tools.pages.sample import sample
    >>> sample(ecr.GetDownloadUrlForLayerRequest.codec.node, full=False).repository_name
    'team/app'
    """
    return _Sampler(full).make(node, (), "")


class _Sampler:
    """One description on its way to a value; recursion ends where optional members may be left out."""

    __slots__ = ("full", "open")

    def __init__(self, full: bool) -> None:
        self.full = full
        self.open: list[n.Record] = []

    def make(self, node: n.Node, rules: Rules, name: str) -> Any:
        """A value of the node that keeps the rules, for a member of this name."""
        match node:
            case n.Record():
                return self._record(node)
            case n.Array():
                size = max([1, *(rule.min_items or 0 for rule in rules)])
                return (self.make(node.item, (), name),) * size
            case n.Dict():
                return {self.make(node.key, (), ""): self.make(node.value, (), name)}
            case n.Tuple():
                return tuple(self.make(item, (), name) for item in node.items)
            case n.Union():
                last = node.cases[-1] if node.otherwise is None else node.otherwise
                return self.make(last.node, rules, name)
            case n.Lazy():
                return self.make(node.unfold(), rules, name)
            case n.Refine():
                more = (node.rule,) if isinstance(node.rule, n.Constraint) else ()
                return self.make(node.item, (*rules, *more), name)
            case n.Named() | n.JsonText() | n.At():
                return self.make(node.item, rules, name)
            case n.AnyJson():
                return {}
            case n.Transform() | n.Bind() | n.KeptText() | n.ResultOf():
                raise NotImplementedError(
                    "the catalogues hold neither functions nor what is kept beside a value"
                )
            case n.Scalar():
                return _scalar(node, rules, name)
            case _:
                assert_never(node)

    def _record(self, node: n.Record) -> Any:
        deep = sum(outer is node for outer in self.open) >= _LEVELS
        self.open.append(node)
        members = {
            member.name: self.make(member.node, (), member.wire)
            for member in node.members
            if member.required or (self.full and not deep)
        }
        self.open.pop()
        return node.construct(**members)


def _scalar(node: n.ScalarNode, rules: Rules, name: str) -> Any:
    match node:
        case n.String():
            return next(text for text in _texts(rules, name) if _keeps(rules, text))
        case n.Integer():
            numbers = [rule.minimum for rule in rules if rule.minimum is not None]
            return max([1, *map(math.ceil, numbers)])
        case n.Number():
            return 7.5
        case n.Bool():
            return True
        case n.Timestamp():
            return _MOMENT
        case n.Blob():
            return b"bytes"
        case n.Enumeration():
            return next(member for member in map(node.cls, node.values) if _keeps(rules, member))
        case n.Literal():
            return node.values[0]
        case n.JsonNull():
            return None
        case n.BigInteger() | n.Decimal() | n.Textual() | n.FormattedTime():
            raise NotImplementedError("the catalogues hold scalars of AWS alone")
        case _:
            assert_never(node)


def _keeps(rules: Rules, value: object) -> bool:
    return all(violation(rule, value) is None for rule in rules)


def _texts(rules: Rules, name: str) -> Iterator[str]:
    """Texts that may keep the rules, the likely ones first, then ever longer ones."""
    yield LIKELY.get(name, "text")
    patterns = [rule.pattern for rule in rules if rule.pattern is not None]
    for more in count():
        yield (
            _matching(_parser.parse(compiled(patterns[0]).pattern), more) if patterns else "text" * (more + 1)
        )


def _matching(parsed: Any, more: int) -> str:
    """A text that the pattern matches, with so many repeats more than it needs."""
    return "".join(_one(str(kind), given, more) for kind, given in parsed)


def _one(kind: str, given: Any, more: int) -> str:
    match kind:
        case "LITERAL":
            return chr(given)
        case "ANY":
            return "a"
        case "IN":
            return _of_class(given)
        case "CATEGORY":
            return _CATEGORIES[str(given)]
        case "BRANCH":
            return _matching(given[1][0], more)
        case "SUBPATTERN":
            return _matching(given[-1], more)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, below = given
            times: int = min(most, least + more)
            return _matching(below, 0) * times
        case _:  # anchors and looks around
            return ""


_CATEGORIES = {"CATEGORY_DIGIT": "1", "CATEGORY_WORD": "a", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "a"}


def _of_class(members: Any) -> str:
    allowed = [each for each in "a1-A/ ." if any(_holds(str(kind), given, each) for kind, given in members)]
    if str(members[0][0]) == "NEGATE":
        return next(each for each in "a1-A" if each not in allowed)
    return allowed[0] if allowed else _first(members[0])


def _holds(kind: str, given: Any, character: str) -> bool:
    match kind:
        case "LITERAL":
            return chr(given) == character
        case "RANGE":
            return bool(given[0] <= ord(character) <= given[1])
        case "CATEGORY":
            found = _CATEGORIES.get(str(given))
            return found == character
        case _:
            return False


def _first(member: Any) -> str:
    kind, given = member
    return chr(given if str(kind) == "LITERAL" else given[0])
