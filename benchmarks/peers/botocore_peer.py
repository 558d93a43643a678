"""botocore: the parser that boto3 uses, on the service's model."""

from __future__ import annotations

from typing import Any

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.parsers import create_parser

from . import Decode

_model = ServiceModel(Loader().load_service_model("ecr", "service-2"))
_parser = create_parser("json")


def _parses(operation: str) -> Decode:
    shape = _model.operation_model(operation).output_shape

    def decode(raw: bytes) -> Any:
        parsed = _parser.parse({"body": raw, "headers": {}, "status_code": 200}, shape)
        del parsed["ResponseMetadata"]
        return parsed

    return decode


DECODERS: dict[str, Decode] = {"url": _parses("GetDownloadUrlForLayer"), "images": _parses("DescribeImages")}
