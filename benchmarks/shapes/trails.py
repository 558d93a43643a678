"""Records of CloudTrail, read by the codecs of their operations: calls, errors, events, other services."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias
from uuid import UUID

from ecr_decode import documents

from .chance import Chance
from .shape import Limit, Shape

Tree: TypeAlias = dict[str, Any]

_HOST = "api.ecr.eu-west-1.amazonaws.com"
_AGENTS = (
    r"docker/24.0.7 go/go1.20.10 git-commit/311b9ff kernel/5.15.0 os/linux arch/amd64 "
    r"UpstreamClient(Docker-Client/24.0.7 \(linux\))",
    "aws-cli/2.15.30 Python/3.11.8 Linux/5.10.210 exe/x86_64.amzn.2 prompt/off command/ecr.describe-images",
    "Boto3/1.34.55 md/Botocore#1.34.55 ua/2.0 os/linux#6.1.77 md/arch#x86_64 lang/python#3.11.8",
    "ecs.amazonaws.com",
)


def trail(chance: Chance, count: int) -> Tree:
    """A file of so many records."""
    return {"Records": records(chance, count)}


def records(chance: Chance, count: int) -> list[Tree]:
    """So many records: the calls of every day are the most frequent."""
    makers, shares = zip(*_MAKERS.items(), strict=True)
    return [make(chance) for make in chance.choices(makers, shares, k=count)]


def _hex(chance: Chance, size: int) -> str:
    return f"{chance.getrandbits(4 * size):0{size}x}"


def _id(chance: Chance) -> str:
    return str(UUID(int=chance.getrandbits(128)))


def _digest(chance: Chance) -> str:
    return f"sha256:{_hex(chance, 64)}"


def _account(chance: Chance) -> str:
    return chance.choice(("012345678910", "210987654321"))


def _clock(chance: Chance) -> str:
    return f"{chance.randrange(24):02}:{chance.randrange(60):02}:{chance.randrange(60):02}"


def _identity(chance: Chance) -> Tree:
    account, name = _account(chance), chance.name()
    if chance.yes(0.1):
        return {"type": "AWSService", "invokedBy": "ecs.amazonaws.com"}
    if chance.yes(0.3):
        return {
            "type": "IAMUser",
            "principalId": f"AIDA{_hex(chance, 17).upper()}",
            "arn": f"arn:aws:iam::{account}:user/{name}",
            "accountId": account,
            "accessKeyId": f"AKIA{_hex(chance, 16).upper()}",
            "userName": name,
        }
    role = f"AROA{_hex(chance, 17).upper()}"
    issuer = {
        "type": "Role",
        "principalId": role,
        "arn": f"arn:aws:iam::{account}:role/{name}",
        "accountId": account,
        "userName": name,
    }
    attributes = {"creationDate": f"2023-11-03T{_clock(chance)}Z", "mfaAuthenticated": "false"}
    return {
        "type": "AssumedRole",
        "principalId": f"{role}:i-0",
        "arn": f"arn:aws:sts::{account}:assumed-role/{name}/i-0",
        "accountId": account,
        "accessKeyId": f"ASIA{_hex(chance, 16).upper()}",
        "sessionContext": {"sessionIssuer": issuer, "webIdFederationData": {}, "attributes": attributes},
    }


def _record(chance: Chance, name: str, request: Tree | None, response: Tree | None, **more: Any) -> Tree:
    account = _account(chance)
    made: Tree = {
        "eventVersion": "1.09",
        "userIdentity": _identity(chance),
        "eventTime": f"2023-11-03T{_clock(chance)}Z",
        "eventSource": "ecr.amazonaws.com",
        "eventName": name,
        "awsRegion": "eu-west-1",
        "sourceIPAddress": f"192.0.2.{chance.randrange(256)}",
        "userAgent": chance.choice(_AGENTS),
        **{name: more.pop(name) for name in ("errorCode", "errorMessage") if name in more},
        "requestParameters": request,
        "responseElements": response,
        "requestID": _id(chance),
        "eventID": _id(chance),
        "readOnly": name.startswith(("Batch", "Describe", "Get", "List")),
    }
    if request is not None and "repositoryName" in request:
        arn = f"arn:aws:ecr:eu-west-1:{account}:repository/{request['repositoryName']}"
        made["resources"] = [{"accountId": account, "ARN": arn}]
    tls = {
        "tlsVersion": "TLSv1.3",
        "cipherSuite": "TLS_AES_128_GCM_SHA256",
        "clientProvidedHostHeader": _HOST,
    }
    return {
        **made,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": account,
        "eventCategory": "Management",
        "tlsDetails": tls,
        **more,
    }


def _asked(chance: Chance, **more: Any) -> Tree:
    return {"registryId": _account(chance), "repositoryName": chance.name(), **more}


def _layer(chance: Chance) -> Tree:
    return _record(chance, "GetDownloadUrlForLayer", _asked(chance, layerDigest=_digest(chance)), None)


def _images(chance: Chance) -> Tree:
    ids = [chance.choice(({"imageTag": "v1"}, {"imageDigest": _digest(chance)})) for _ in range(2)]
    types = ["application/vnd.docker.distribution.manifest.list.v2+json"]
    return _record(chance, "BatchGetImage", _asked(chance, imageIds=ids, acceptedMediaTypes=types), None)


def _token(chance: Chance) -> Tree:
    return _record(chance, "GetAuthorizationToken", None, None)


def _check(chance: Chance) -> Tree:
    digest = _digest(chance)
    layer = {"layerDigest": digest, "layerSize": chance.randrange(10**8), "layerAvailability": "AVAILABLE"}
    asked = _asked(chance, layerDigests=[digest])
    return _record(chance, "BatchCheckLayerAvailability", asked, {"layers": [layer], "failures": []})


def _part(chance: Chance) -> Tree:
    upload, last = _id(chance), chance.randrange(10**8)
    asked = _asked(chance, uploadId=upload, partFirstByte=0, partLastByte=last)  # its bytes are left out
    return _record(chance, "UploadLayerPart", asked, asked | {"lastByteReceived": last})


def _created(chance: Chance) -> Tree:
    asked = _asked(chance, imageTagMutability="IMMUTABLE")
    half = f"{chance.randrange(1, 13)}:{chance.randrange(60):02}:00 {chance.choice(('AM', 'PM'))}"
    made = asked | {"createdAt": f"Nov 3, 2023, {half}", "imageScanningConfiguration": {"scanOnPush": True}}
    return _record(chance, "CreateRepository", asked, {"repository": made})


def _refused(chance: Chance) -> Tree:
    name, code = chance.choice(
        (
            ("CreateRepository", "RepositoryAlreadyExistsException"),
            ("DescribeImages", "ImageNotFoundException"),
            ("BatchGetImage", "AccessDenied"),
        )
    )
    asked = None if code == "AccessDenied" else _asked(chance)
    return _record(chance, name, asked, None, errorCode=code, errorMessage=chance.words(4, 9))


def _new(chance: Chance) -> Tree:
    return _record(chance, "FutureOperation", _asked(chance, thing={"a": [1, 2]}), None)


def _other(chance: Chance) -> Tree:
    asked = {"roleArn": "arn:aws:iam::012345678910:role/x", "roleSessionName": "s"}
    return _record(chance, "AssumeRole", asked, None, eventSource="sts.amazonaws.com")


def _executed(chance: Chance) -> Tree:
    selection = {"tagStatus": "Any", "tagPrefixList": [], "countType": "Image count", "countNumber": 5}
    rule = {"rulePriority": 1, "lifecycleEventSelection": selection, "action": "expire"}
    image = {"digest": _digest(chance), "tagStatus": "Tagged", "tagList": ["v1"], "pushedAt": 1584042813123}
    details = {
        "repositoryName": chance.name(),
        "lifecycleEventPolicy": {"lifecycleEventRules": [rule], "lastEvaluatedAt": 0, "policyVersion": 1},
        "lifecycleEventImageActions": [{"lifecycleEventImage": image, "rulePriority": 1}],
    }
    event = {"eventType": "AwsServiceEvent", "serviceEventDetails": details}
    return _record(chance, "PolicyExecutionEvent", None, None, **event)


_MAKERS: dict[Callable[[Chance], Tree], int] = {
    _layer: 24, _images: 30, _token: 10, _check: 10, _part: 10, _created: 2, _refused: 6, _new: 2,
    _other: 4, _executed: 2,
}  # fmt: skip
"""Each kind of record, and how many of a hundred it is."""

SHAPES = (Shape("records of CloudTrail", trail, 500, documents.cloudtrail_file, {}, Limit(2.0), Limit(10)),)
