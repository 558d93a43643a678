# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""What the operations of Amazon ECR Public share."""

from __future__ import annotations

from ..aws.protocol import AwsJson
from ..published import publish

PROTOCOL = AwsJson("SpencerFrontendService")
HOME = publish("ecr_decode.ecr_public")
