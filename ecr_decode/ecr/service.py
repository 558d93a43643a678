# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""What the operations of Amazon ECR share."""

from __future__ import annotations

from ..aws.protocol import AwsJson
from ..published import publish

PROTOCOL = AwsJson("AmazonEC2ContainerRegistry_V20150921")
HOME = publish("ecr_decode.ecr")
