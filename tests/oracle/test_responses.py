"""Responses are read to the records that they were made of, whoever wrote them: we, or moto's serializers."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moto.core.serialize import JSONSerializer, QuerySerializer, RestXMLSerializer
from moto.core.utils import get_service_model
from returns.result import Success

from ecr_decode.describe.strategy import from_codec
from ecr_decode.guard import is_array, is_dict
from tests.oracle.catalogues import Case, every_operation, milliseconds, operations_that_differ, plain
from tools.pages.sample import sample


@every_operation
@pytest.mark.parametrize("full", [True, False])
def test_a_response_is_read_whoever_wrote_it(case: Case, full: bool) -> None:
    response = sample(case.operation.response.node, full=full)
    assert_read_from_ours(case, response)
    assert_read_from_motos(case, response)


@operations_that_differ(lambda operation: operation.response)
@given(data=st.data())
def test_a_response_is_read_whatever_it_holds(case: Case, data: st.DataObject) -> None:
    response = data.draw(responses(case))
    assert_read_from_ours(case, response)
    if all_finite(plain(response)):  # moto has no text for the others
        assert_read_from_motos(case, response)


def assert_read_from_ours(case: Case, response: Any) -> None:
    ours = case.operation.encode_response(response).unwrap()
    assert case.operation.decode(status=200, body=ours.body, headers=ours.headers) == Success(response)


def assert_read_from_motos(case: Case, response: Any) -> None:
    in_json = milliseconds(plain(response))
    assert read(case, rendered(JSONSerializer, case, in_json)) == in_json
    in_xml = without_empty_items(xml_text(plain(response)))
    for serializer in (QuerySerializer, RestXMLSerializer):
        assert read(case, rendered(serializer, case, in_xml)) == in_xml


@cache
def responses(case: Case) -> st.SearchStrategy[Any]:
    return from_codec(case.operation.response)


def read(case: Case, body: str) -> Any:
    return plain(case.operation.decode(status=200, body=body).unwrap())


def all_finite(value: Any) -> bool:
    match value:
        case float():
            return math.isfinite(value)
        case _ if is_dict(value):
            return all(map(all_finite, value.values()))
        case _ if is_array(value):
            return all(map(all_finite, value))
        case _:
            return True


@cache
def moto_model(service: str) -> Any:
    return cast(Any, get_service_model)(service)


def rendered(serializer: Any, case: Case, response: dict[str, Any]) -> Any:
    model = moto_model(case.service).operation_model(case.operation.name)
    return serializer(model).serialize(response)["body"]


NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(value: Any) -> Any:
    """The same tree without the characters that moto writes as they are and XML cannot hold."""
    match value:
        case str():
            return NOT_XML.sub("", value)
        case _ if is_dict(value):
            return {xml_text(name): xml_text(item) for name, item in value.items()}
        case _ if is_array(value):
            return [xml_text(item) for item in value]
        case _:
            return value


def without_empty_items(value: Any) -> Any:
    """The same tree without what moto's XML drops: the structures of a list that have no members."""
    match value:
        case _ if is_dict(value):
            return {name: without_empty_items(item) for name, item in value.items()}
        case _ if is_array(value):
            return [without_empty_items(item) for item in value if item != {}]
        case _:
            return value
