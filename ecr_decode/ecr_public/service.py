# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""What the operations of Amazon ECR Public share."""

from __future__ import annotations

from ..aws.protocol import AwsJson

PROTOCOL = AwsJson("SpencerFrontendService")
HOME = "ecr_decode.ecr_public"
