# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""The enumerations of Amazon ECR Public; each takes texts of tomorrow as well."""

from __future__ import annotations

from ..aws.enumeration import OpenEnum, open_enum
from ..codec import Codec


class ImageFailureCode(OpenEnum):
    """Used by BatchDeleteImage."""

    INVALID_IMAGE_DIGEST = "InvalidImageDigest"
    INVALID_IMAGE_TAG = "InvalidImageTag"
    IMAGE_TAG_DOES_NOT_MATCH_DIGEST = "ImageTagDoesNotMatchDigest"
    IMAGE_NOT_FOUND = "ImageNotFound"
    MISSING_DIGEST_AND_TAG = "MissingDigestAndTag"
    IMAGE_REFERENCED_BY_MANIFEST_LIST = "ImageReferencedByManifestList"
    KMS_ERROR = "KmsError"


image_failure_code: Codec[ImageFailureCode | str] = open_enum(ImageFailureCode)


class LayerAvailability(OpenEnum):
    """Used by BatchCheckLayerAvailability."""

    AVAILABLE = "AVAILABLE"
    UNAVAILABLE = "UNAVAILABLE"


layer_availability: Codec[LayerAvailability | str] = open_enum(LayerAvailability)


class LayerFailureCode(OpenEnum):
    """Used by BatchCheckLayerAvailability."""

    INVALID_LAYER_DIGEST = "InvalidLayerDigest"
    MISSING_LAYER_DIGEST = "MissingLayerDigest"


layer_failure_code: Codec[LayerFailureCode | str] = open_enum(LayerFailureCode)


class RegistryAliasStatus(OpenEnum):
    """Used by DescribeRegistries."""

    ACTIVE = "ACTIVE"
    PENDING = "PENDING"
    REJECTED = "REJECTED"


registry_alias_status: Codec[RegistryAliasStatus | str] = open_enum(RegistryAliasStatus)
