"""Records of CloudTrail: calls by the codecs of their operation, service events, and records of others."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest
from returns.result import Failure

from ecr_decode import documents, ecr, plain_only

Tree: TypeAlias = dict[str, Any]

MADE: Tree = {
    "eventVersion": "1.05",
    "userIdentity": {
        "type": "IAMUser",
        "arn": "arn:aws:iam::012345678910:user/u",
        "sessionContext": {"a": 1},
    },
    "eventTime": "2018-07-11T22:17:43Z",
    "eventSource": "ecr.amazonaws.com",
    "eventName": "CreateRepository",
    "awsRegion": "us-east-2",
    "sourceIPAddress": "192.0.2.1",
    "userAgent": "console",
    "requestParameters": {"repositoryName": "app"},
    "responseElements": {"repository": {"repositoryName": "app", "createdAt": "Jul 11, 2018 10:17:44 PM"}},
    "requestID": "r",
    "eventID": "e",
    "readOnly": False,
    "resources": [{"ARN": "arn:aws:ecr:us-east-2:012345678910:repository/app", "accountId": "012345678910"}],
    "eventType": "AwsApiCall",
    "recipientAccountId": "012345678910",
}
REFUSED = MADE | {
    "responseElements": None,
    "errorCode": "RepositoryAlreadyExistsException",
    "errorMessage": "is",
}
EXECUTED: Tree = {
    "eventVersion": "1.05",
    "userIdentity": {"accountId": "012345678910", "invokedBy": "AWS Internal"},
    "eventTime": "2020-03-12T20:22:12Z",
    "eventSource": "ecr.amazonaws.com",
    "eventName": "PolicyExecutionEvent",
    "requestParameters": None,
    "responseElements": None,
    "eventType": "AwsServiceEvent",
    "serviceEventDetails": {
        "repositoryName": "app",
        "lifecycleEventPolicy": {
            "lifecycleEventRules": [
                {
                    "rulePriority": 1,
                    "description": "keep few",
                    "lifecycleEventSelection": {
                        "tagStatus": "Any",
                        "tagPrefixList": [],
                        "countType": "Image count more than",
                        "countNumber": 5,
                    },
                    "action": "expire",
                }
            ],
            "lastEvaluatedAt": 0,
            "policyVersion": 1,
            "policyId": "p",
        },
        "lifecycleEventImageActions": [
            {
                "lifecycleEventImage": {
                    "digest": "sha256:00",
                    "tagStatus": "Tagged",
                    "tagList": ["v1"],
                    "pushedAt": 1584042813123,
                },
                "rulePriority": 1,
            }
        ],
        "lifecycleEventFailureDetails": [{"anything": None}],
    },
}
RECORDS: dict[str, tuple[Tree, type]] = {
    "made": (MADE, documents.ApiCall),
    "refused": (REFUSED, documents.ApiCall),
    "refused for an unknown reason": (REFUSED | {"errorCode": "AccessDenied"}, documents.ApiCall),
    "without null": ({k: v for k, v in MADE.items() if v}, documents.ApiCall),
    "read only": (MADE | {"eventName": "ListImages", "responseElements": None}, documents.ApiCall),
    "not known": (MADE | {"eventName": "Frobnicate"}, documents.ApiCall),
    "without a part": (MADE | {"eventName": "UploadLayerPart", "responseElements": None}, documents.ApiCall),
    "executed": (EXECUTED, documents.PolicyExecution),
    "tried": (EXECUTED | {"eventName": "DryRunEvent"}, documents.PolicyDryRun),
    "other event": (EXECUTED | {"eventName": "OtherEvent"}, documents.ServiceEvent),
    "event of another service": (EXECUTED | {"eventSource": "kms.amazonaws.com"}, documents.OtherRecord),
    "other service": (MADE | {"eventSource": "s3.amazonaws.com"}, documents.OtherRecord),
}


@pytest.mark.parametrize(("tree", "cls"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_read_as_its_class_and_written_back(tree: Tree, cls: type) -> None:
    text = json.dumps(tree)
    with plain_only():
        plainly = documents.cloudtrail.decode_json(text).unwrap()
        assert json.loads(documents.cloudtrail.encode_json(plainly).unwrap()) == tree
    assert isinstance(plainly, cls)
    for _ in range(3):
        assert documents.cloudtrail.decode_json(text).unwrap() == plainly
        assert json.loads(documents.cloudtrail.encode_json(plainly).unwrap()) == tree
    assert pickle.loads(pickle.dumps(plainly)) == plainly


def call(tree: Tree) -> documents.ApiCall:
    """The call that a record is about."""
    found = documents.cloudtrail.of_json(tree).unwrap()
    assert isinstance(found, documents.ApiCall)
    return found


def test_a_call_has_the_records_of_its_operation() -> None:
    made = call(MADE)
    assert made.request == ecr.CreateRepositoryRequest(repository_name="app")
    at = datetime(2018, 7, 11, 22, 17, 44, tzinfo=UTC)
    assert made.response == ecr.CreateRepositoryResponse(
        repository=ecr.Repository(repository_name="app", created_at=at)
    )
    assert made.error is None


def test_an_error_is_one_of_those_that_the_operation_lists_or_unknown() -> None:
    assert call(REFUSED).error == ecr.RepositoryAlreadyExistsException(message="is")
    assert call(REFUSED | {"errorCode": "AccessDenied"}).error == ecr.UnknownError(
        code="AccessDenied", message="is"
    )
    elsewhere = REFUSED | {"eventName": "ListImages", "responseElements": None}
    assert isinstance(call(elsewhere).error, ecr.UnknownError)


@pytest.mark.parametrize("name", list(ecr.operations))
def test_the_calls_of_each_operation_have_a_class(name: str) -> None:
    made = call(MADE | {"eventName": name, "requestParameters": None, "responseElements": None})
    assert type(made).__name__ == f"{name}Call"
    written: Any = documents.cloudtrail.to_json(made).unwrap()
    assert written["eventName"] == name


def test_a_request_that_lacks_what_is_required_is_left_as_it_is() -> None:
    parameters = {"repositoryName": "app", "partFirstByte": 0}
    assert (
        call(MADE | {"eventName": "UploadLayerPart", "requestParameters": parameters}).request == parameters
    )


def test_what_a_policy_did_is_read_with_its_times() -> None:
    found = documents.cloudtrail.of_json(EXECUTED).unwrap()
    assert isinstance(found, documents.PolicyExecution)
    assert found.details.image_actions is not None
    pushed = found.details.image_actions[0].image.pushed_at
    assert pushed == datetime(2020, 3, 12, 19, 53, 33, 123000, tzinfo=UTC)
    assert found.details.policy is not None
    assert found.details.policy.rules is not None
    assert found.details.policy.rules[0].action == "expire"


def test_what_happened_by_itself_has_details_in_any_service() -> None:
    found = documents.cloudtrail.of_json(EXECUTED | {"eventSource": "kms.amazonaws.com"}).unwrap()
    assert (found.details, found.rest) == (EXECUTED["serviceEventDetails"], {})


def test_a_time_between_two_milliseconds_is_not_written() -> None:
    image = documents.LifecycleImage(pushed_at=datetime(2020, 1, 1, 0, 0, 0, 1, tzinfo=UTC))
    assert str(image.encode_json().failure()) == "$.pushedAt: expected a time in whole milliseconds"


@pytest.mark.parametrize("spelled", ["Jul 11, 2018 10:17:44 PM", "Jul 11, 2018, 10:17:44 PM"])
def test_times_in_words_are_those_of_cloudtrail_only(spelled: str) -> None:
    repository = {"repositoryName": "app", "createdAt": spelled}
    read = call(MADE | {"responseElements": {"repository": repository}})
    assert read == call(MADE)
    assert isinstance(ecr.Repository.of_json(repository), Failure)
    written: Any = documents.cloudtrail.to_json(read).unwrap()
    assert written["responseElements"]["repository"]["createdAt"] == "Jul 11, 2018 10:17:44 PM"


@pytest.mark.parametrize(
    ("time", "spelled"),
    [
        (datetime(2024, 1, 2, 0, 3, 4, tzinfo=UTC), "Jan 2, 2024 12:03:04 AM"),
        (datetime(2024, 12, 31, 12, 0, 0, tzinfo=UTC), "Dec 31, 2024 12:00:00 PM"),
        (datetime(2024, 1, 2, 3, 4, 5, 500000, tzinfo=UTC), "2024-01-02T03:04:05.500000Z"),
    ],
)
def test_times_are_written_as_they_are_read(time: datetime, spelled: str) -> None:
    made = MADE | {"responseElements": {"repository": {"createdAt": spelled}}}
    assert call(made).response == ecr.CreateRepositoryResponse(repository=ecr.Repository(created_at=time))
    assert documents.cloudtrail.to_json(call(made)).unwrap() == made


def test_a_time_without_a_zone_is_not_written() -> None:
    made = call(MADE)
    values = {name: getattr(made, name) for name in ("event_time", "event_source", "event_name")}
    response = ecr.CreateRepositoryResponse(repository=ecr.Repository(created_at=datetime(2024, 1, 1)))  # noqa: DTZ001
    error = documents.cloudtrail.encode_json(type(made)(**values, response=response)).failure()
    assert [problem.path for problem in error.problems] == [("responseElements", "repository", "createdAt")]


def test_a_file_holds_records_of_all_kinds() -> None:
    file = {"Records": [tree for tree, _ in RECORDS.values()]}
    records = documents.cloudtrail_file.decode_json(json.dumps(file)).unwrap()
    assert records == tuple(documents.cloudtrail.of_json(tree).unwrap() for tree in file["Records"])
    assert documents.cloudtrail_file.to_json(records).unwrap() == file
