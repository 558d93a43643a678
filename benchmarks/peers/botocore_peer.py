"""botocore: the parser that boto3 uses, on the service's model."""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

from . import Decode

_loaders, _models, _parsers = (  # it ships no types
    cast(Any, import_module(f"botocore.{name}")) for name in ("loaders", "model", "parsers")
)
_model = _models.ServiceModel(_loaders.Loader().load_service_model("ecr", "service-2"))
_parser = _parsers.create_parser("json")


def _parses(operation: str) -> Decode:
    shape = _model.operation_model(operation).output_shape

    def decode(raw: bytes) -> Any:
        parsed = _parser.parse({"body": raw, "headers": {}, "status_code": 200}, shape)
        del parsed["ResponseMetadata"]
        return parsed

    return decode


DECODERS: dict[str, Decode] = {"url": _parses("GetDownloadUrlForLayer"), "images": _parses("DescribeImages")}
