# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR: scan."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ..aws.container import array, dict_of
from ..aws.operation import Operation
from ..aws.pages import Pages
from ..aws.scalar import boolean, double, integer, timestamp
from ..aws.shape import Shape, UnknownError
from ..aws.waiter import Accept, Waiter
from ..combinator.field import field
from . import enumeration, scalar
from .enumeration import (
    FindingSeverity,
    ScanFrequency,
    ScanningConfigurationFailureCode,
    ScanningRepositoryFilterType,
    ScanType,
)
from .error import (
    BlockedByOrganizationPolicyException,
    ImageArchivedException,
    ImageNotFoundException,
    InvalidParameterException,
    LimitExceededException,
    RepositoryNotFoundException,
    ScanNotFoundException,
    ServerException,
    UnsupportedImageTypeException,
    ValidationException,
)
from .scalar import (
    Arch,
    Arn,
    AttributeKey,
    AttributeValue,
    Author,
    ExploitAvailable,
    FilePath,
    FindingArn,
    FindingDescription,
    FindingName,
    FixAvailable,
    FixedInVersion,
    ImageDigest,
    ImageTag,
    InUseCount,
    MaxResults,
    Metric,
    NextToken,
    PackageManager,
    Platform,
    Reason,
    RecommendationText,
    RegistryId,
    RelatedVulnerability,
    Release,
    RepositoryName,
    ResourceId,
    ScanningConfigurationFailureReason,
    ScanningRepositoryFilterValue,
    ScoringVector,
    Severity,
    SeverityCount,
    Source,
    SourceLayerHash,
    Status,
    TagKey,
    TagValue,
    Title,
    Type,
    Url,
    Version,
    VulnerabilityId,
    VulnerablePackageName,
)
from .service import HOME, PROTOCOL
from .shared import ImageIdentifier, ImageScanningConfiguration, ImageScanStatus


class Attribute(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    key: AttributeKey = field("key", scalar.attribute_key)
    value: AttributeValue | None = field("value", scalar.attribute_value, default=None)


class AwsEcrContainerImageDetails(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    architecture: Arch | None = field("architecture", scalar.arch, default=None)
    author: Author | None = field("author", scalar.author, default=None)
    image_hash: ImageDigest | None = field("imageHash", scalar.image_digest, default=None)
    image_tags: tuple[ImageTag, ...] | None = field("imageTags", array(scalar.image_tag), default=None)
    platform: Platform | None = field("platform", scalar.platform, default=None)
    pushed_at: datetime | None = field("pushedAt", timestamp, default=None)
    last_in_use_at: datetime | None = field("lastInUseAt", timestamp, default=None)
    in_use_count: InUseCount | None = field("inUseCount", scalar.in_use_count, default=None)
    registry: RegistryId | None = field("registry", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)


class BatchGetRepositoryScanningConfigurationRequest(Shape, gc=False):
    """What BatchGetRepositoryScanningConfiguration asks."""

    repository_names: tuple[RepositoryName, ...] = field(
        "repositoryNames", array(scalar.repository_name).constrain(min_items=1, max_items=25)
    )


class ScanningRepositoryFilter(Shape, gc=False):
    """Part of BatchGetRepositoryScanningConfiguration and 2 more operations."""

    filter: ScanningRepositoryFilterValue = field("filter", scalar.scanning_repository_filter_value)
    filter_type: ScanningRepositoryFilterType | str = field(
        "filterType", enumeration.scanning_repository_filter_type
    )


class RepositoryScanningConfiguration(Shape, gc=False):
    """Part of BatchGetRepositoryScanningConfiguration."""

    repository_arn: Arn | None = field("repositoryArn", scalar.arn, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    scan_on_push: bool | None = field("scanOnPush", boolean, default=None)
    scan_frequency: ScanFrequency | str | None = field(
        "scanFrequency", enumeration.scan_frequency, default=None
    )
    applied_scan_filters: tuple[ScanningRepositoryFilter, ...] | None = field(
        "appliedScanFilters",
        array(ScanningRepositoryFilter.codec).constrain(min_items=0, max_items=100),
        default=None,
    )


class RepositoryScanningConfigurationFailure(Shape, gc=False):
    """Part of BatchGetRepositoryScanningConfiguration."""

    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    failure_code: ScanningConfigurationFailureCode | str | None = field(
        "failureCode", enumeration.scanning_configuration_failure_code, default=None
    )
    failure_reason: ScanningConfigurationFailureReason | None = field(
        "failureReason", scalar.scanning_configuration_failure_reason, default=None
    )


class BatchGetRepositoryScanningConfigurationResponse(Shape, gc=False):
    """What BatchGetRepositoryScanningConfiguration answers."""

    scanning_configurations: tuple[RepositoryScanningConfiguration, ...] | None = field(
        "scanningConfigurations", array(RepositoryScanningConfiguration.codec), default=None
    )
    failures: tuple[RepositoryScanningConfigurationFailure, ...] | None = field(
        "failures", array(RepositoryScanningConfigurationFailure.codec), default=None
    )


class CvssScore(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    base_score: float | None = field("baseScore", double, default=None)
    scoring_vector: ScoringVector | None = field("scoringVector", scalar.scoring_vector, default=None)
    source: Source | None = field("source", scalar.source, default=None)
    version: Version | None = field("version", scalar.version, default=None)


class CvssScoreAdjustment(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    metric: Metric | None = field("metric", scalar.metric, default=None)
    reason: Reason | None = field("reason", scalar.reason, default=None)


class CvssScoreDetails(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    adjustments: tuple[CvssScoreAdjustment, ...] | None = field(
        "adjustments", array(CvssScoreAdjustment.codec), default=None
    )
    score: float | None = field("score", double, default=None)
    score_source: Source | None = field("scoreSource", scalar.source, default=None)
    scoring_vector: ScoringVector | None = field("scoringVector", scalar.scoring_vector, default=None)
    version: Version | None = field("version", scalar.version, default=None)


class DescribeImageScanFindingsRequest(Shape, gc=False):
    """What DescribeImageScanFindings asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)
    max_results: MaxResults | None = field("maxResults", scalar.max_results, default=None)


class ImageScanFinding(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    name: FindingName | None = field("name", scalar.finding_name, default=None)
    description: FindingDescription | None = field("description", scalar.finding_description, default=None)
    uri: Url | None = field("uri", scalar.url, default=None)
    severity: FindingSeverity | str | None = field("severity", enumeration.finding_severity, default=None)
    attributes: tuple[Attribute, ...] | None = field(
        "attributes", array(Attribute.codec).constrain(min_items=0, max_items=50), default=None
    )


class VulnerablePackage(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    arch: Arch | None = field("arch", scalar.arch, default=None)
    epoch: int | None = field("epoch", integer, default=None)
    file_path: FilePath | None = field("filePath", scalar.file_path, default=None)
    name: VulnerablePackageName | None = field("name", scalar.vulnerable_package_name, default=None)
    package_manager: PackageManager | None = field("packageManager", scalar.package_manager, default=None)
    release: Release | None = field("release", scalar.release, default=None)
    source_layer_hash: SourceLayerHash | None = field(
        "sourceLayerHash", scalar.source_layer_hash, default=None
    )
    version: Version | None = field("version", scalar.version, default=None)
    fixed_in_version: FixedInVersion | None = field("fixedInVersion", scalar.fixed_in_version, default=None)


class PackageVulnerabilityDetails(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    cvss: tuple[CvssScore, ...] | None = field("cvss", array(CvssScore.codec), default=None)
    reference_urls: tuple[Url, ...] | None = field("referenceUrls", array(scalar.url), default=None)
    related_vulnerabilities: tuple[RelatedVulnerability, ...] | None = field(
        "relatedVulnerabilities", array(scalar.related_vulnerability), default=None
    )
    source: Source | None = field("source", scalar.source, default=None)
    source_url: Url | None = field("sourceUrl", scalar.url, default=None)
    vendor_created_at: datetime | None = field("vendorCreatedAt", timestamp, default=None)
    vendor_severity: Severity | None = field("vendorSeverity", scalar.severity, default=None)
    vendor_updated_at: datetime | None = field("vendorUpdatedAt", timestamp, default=None)
    vulnerability_id: VulnerabilityId | None = field("vulnerabilityId", scalar.vulnerability_id, default=None)
    vulnerable_packages: tuple[VulnerablePackage, ...] | None = field(
        "vulnerablePackages", array(VulnerablePackage.codec), default=None
    )


class Recommendation(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    url: Url | None = field("url", scalar.url, default=None)
    text: RecommendationText | None = field("text", scalar.recommendation_text, default=None)


class Remediation(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    recommendation: Recommendation | None = field("recommendation", Recommendation.codec, default=None)


class ResourceDetails(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    aws_ecr_container_image: AwsEcrContainerImageDetails | None = field(
        "awsEcrContainerImage", AwsEcrContainerImageDetails.codec, default=None
    )


class Resource(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    details: ResourceDetails | None = field("details", ResourceDetails.codec, default=None)
    id: ResourceId | None = field("id", scalar.resource_id, default=None)
    tags: dict[TagKey, TagValue] | None = field(
        "tags", dict_of(scalar.tag_value, keys=scalar.tag_key), default=None
    )
    type: Type | None = field("type", scalar.type_, default=None)


class ScoreDetails(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    cvss: CvssScoreDetails | None = field("cvss", CvssScoreDetails.codec, default=None)


class EnhancedImageScanFinding(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    aws_account_id: RegistryId | None = field("awsAccountId", scalar.registry_id, default=None)
    description: FindingDescription | None = field("description", scalar.finding_description, default=None)
    finding_arn: FindingArn | None = field("findingArn", scalar.finding_arn, default=None)
    first_observed_at: datetime | None = field("firstObservedAt", timestamp, default=None)
    last_observed_at: datetime | None = field("lastObservedAt", timestamp, default=None)
    package_vulnerability_details: PackageVulnerabilityDetails | None = field(
        "packageVulnerabilityDetails", PackageVulnerabilityDetails.codec, default=None
    )
    remediation: Remediation | None = field("remediation", Remediation.codec, default=None)
    resources: tuple[Resource, ...] | None = field("resources", array(Resource.codec), default=None)
    score: float | None = field("score", double, default=None)
    score_details: ScoreDetails | None = field("scoreDetails", ScoreDetails.codec, default=None)
    severity: Severity | None = field("severity", scalar.severity, default=None)
    status: Status | None = field("status", scalar.status, default=None)
    title: Title | None = field("title", scalar.title, default=None)
    type: Type | None = field("type", scalar.type_, default=None)
    updated_at: datetime | None = field("updatedAt", timestamp, default=None)
    fix_available: FixAvailable | None = field("fixAvailable", scalar.fix_available, default=None)
    exploit_available: ExploitAvailable | None = field(
        "exploitAvailable", scalar.exploit_available, default=None
    )


class ImageScanFindings(Shape, gc=False):
    """Part of DescribeImageScanFindings."""

    image_scan_completed_at: datetime | None = field("imageScanCompletedAt", timestamp, default=None)
    vulnerability_source_updated_at: datetime | None = field(
        "vulnerabilitySourceUpdatedAt", timestamp, default=None
    )
    finding_severity_counts: dict[FindingSeverity | str, SeverityCount] | None = field(
        "findingSeverityCounts",
        dict_of(scalar.severity_count, keys=enumeration.finding_severity),
        default=None,
    )
    findings: tuple[ImageScanFinding, ...] | None = field(
        "findings", array(ImageScanFinding.codec), default=None
    )
    enhanced_findings: tuple[EnhancedImageScanFinding, ...] | None = field(
        "enhancedFindings", array(EnhancedImageScanFinding.codec), default=None
    )


class DescribeImageScanFindingsResponse(Shape, gc=False):
    """What DescribeImageScanFindings answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    image_scan_status: ImageScanStatus | None = field("imageScanStatus", ImageScanStatus.codec, default=None)
    image_scan_findings: ImageScanFindings | None = field(
        "imageScanFindings", ImageScanFindings.codec, default=None
    )
    next_token: NextToken | None = field("nextToken", scalar.next_token, default=None)


class GetRegistryScanningConfigurationRequest(Shape, gc=False):
    """What GetRegistryScanningConfiguration asks: nothing."""


class RegistryScanningRule(Shape, gc=False):
    """Part of GetRegistryScanningConfiguration and PutRegistryScanningConfiguration."""

    scan_frequency: ScanFrequency | str = field("scanFrequency", enumeration.scan_frequency)
    repository_filters: tuple[ScanningRepositoryFilter, ...] = field(
        "repositoryFilters", array(ScanningRepositoryFilter.codec).constrain(min_items=0, max_items=100)
    )


class RegistryScanningConfiguration(Shape, gc=False):
    """Part of GetRegistryScanningConfiguration and PutRegistryScanningConfiguration."""

    scan_type: ScanType | str | None = field("scanType", enumeration.scan_type, default=None)
    rules: tuple[RegistryScanningRule, ...] | None = field(
        "rules", array(RegistryScanningRule.codec).constrain(min_items=0, max_items=2), default=None
    )


class GetRegistryScanningConfigurationResponse(Shape, gc=False):
    """What GetRegistryScanningConfiguration answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    scanning_configuration: RegistryScanningConfiguration | None = field(
        "scanningConfiguration", RegistryScanningConfiguration.codec, default=None
    )


class PutImageScanningConfigurationRequest(Shape, gc=False):
    """What PutImageScanningConfiguration asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_scanning_configuration: ImageScanningConfiguration = field(
        "imageScanningConfiguration", ImageScanningConfiguration.codec
    )


class PutImageScanningConfigurationResponse(Shape, gc=False):
    """What PutImageScanningConfiguration answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_scanning_configuration: ImageScanningConfiguration | None = field(
        "imageScanningConfiguration", ImageScanningConfiguration.codec, default=None
    )


class PutRegistryScanningConfigurationRequest(Shape, gc=False):
    """What PutRegistryScanningConfiguration asks."""

    scan_type: ScanType | str | None = field("scanType", enumeration.scan_type, default=None)
    rules: tuple[RegistryScanningRule, ...] | None = field(
        "rules", array(RegistryScanningRule.codec).constrain(min_items=0, max_items=2), default=None
    )


class PutRegistryScanningConfigurationResponse(Shape, gc=False):
    """What PutRegistryScanningConfiguration answers."""

    registry_scanning_configuration: RegistryScanningConfiguration | None = field(
        "registryScanningConfiguration", RegistryScanningConfiguration.codec, default=None
    )


class StartImageScanRequest(Shape, gc=False):
    """What StartImageScan asks."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName = field("repositoryName", scalar.repository_name)
    image_id: ImageIdentifier = field("imageId", ImageIdentifier.codec)


class StartImageScanResponse(Shape, gc=False):
    """What StartImageScan answers."""

    registry_id: RegistryId | None = field("registryId", scalar.registry_id, default=None)
    repository_name: RepositoryName | None = field("repositoryName", scalar.repository_name, default=None)
    image_id: ImageIdentifier | None = field("imageId", ImageIdentifier.codec, default=None)
    image_scan_status: ImageScanStatus | None = field("imageScanStatus", ImageScanStatus.codec, default=None)


BatchGetRepositoryScanningConfigurationError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What BatchGetRepositoryScanningConfiguration may fail with: values, never raised."""

batch_get_repository_scanning_configuration: Operation[
    BatchGetRepositoryScanningConfigurationRequest,
    BatchGetRepositoryScanningConfigurationResponse,
    BatchGetRepositoryScanningConfigurationError,
] = Operation(
    "BatchGetRepositoryScanningConfiguration",
    protocol=PROTOCOL,
    request=BatchGetRepositoryScanningConfigurationRequest,
    response=BatchGetRepositoryScanningConfigurationResponse,
    errors=(InvalidParameterException, RepositoryNotFoundException, ServerException, ValidationException),
    home=HOME,
)
"""Needs repositoryNames; lists 4 errors."""

DescribeImageScanFindingsError: TypeAlias = (
    ImageNotFoundException
    | InvalidParameterException
    | RepositoryNotFoundException
    | ScanNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What DescribeImageScanFindings may fail with: values, never raised."""

describe_image_scan_findings: Operation[
    DescribeImageScanFindingsRequest, DescribeImageScanFindingsResponse, DescribeImageScanFindingsError
] = Operation(
    "DescribeImageScanFindings",
    protocol=PROTOCOL,
    request=DescribeImageScanFindingsRequest,
    response=DescribeImageScanFindingsResponse,
    errors=(
        ImageNotFoundException,
        InvalidParameterException,
        RepositoryNotFoundException,
        ScanNotFoundException,
        ServerException,
        ValidationException,
    ),
    pages=Pages(
        request="next_token",
        response="next_token",
        items=(("image_scan_findings", "findings"), ("image_scan_findings", "enhanced_findings")),
        limit="max_results",
    ),
    home=HOME,
)
"""Needs repositoryName and imageId; lists 6 errors."""

GetRegistryScanningConfigurationError: TypeAlias = (
    InvalidParameterException | ServerException | ValidationException | UnknownError
)
"""What GetRegistryScanningConfiguration may fail with: values, never raised."""

get_registry_scanning_configuration: Operation[
    GetRegistryScanningConfigurationRequest,
    GetRegistryScanningConfigurationResponse,
    GetRegistryScanningConfigurationError,
] = Operation(
    "GetRegistryScanningConfiguration",
    protocol=PROTOCOL,
    request=GetRegistryScanningConfigurationRequest,
    response=GetRegistryScanningConfigurationResponse,
    errors=(InvalidParameterException, ServerException, ValidationException),
    home=HOME,
)
"""Needs nothing; lists 3 errors."""

PutImageScanningConfigurationError: TypeAlias = (
    InvalidParameterException
    | RepositoryNotFoundException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What PutImageScanningConfiguration may fail with: values, never raised."""

put_image_scanning_configuration: Operation[
    PutImageScanningConfigurationRequest,
    PutImageScanningConfigurationResponse,
    PutImageScanningConfigurationError,
] = Operation(
    "PutImageScanningConfiguration",
    protocol=PROTOCOL,
    request=PutImageScanningConfigurationRequest,
    response=PutImageScanningConfigurationResponse,
    errors=(InvalidParameterException, RepositoryNotFoundException, ServerException, ValidationException),
    home=HOME,
)
"""Needs repositoryName and imageScanningConfiguration; lists 4 errors."""

PutRegistryScanningConfigurationError: TypeAlias = (
    BlockedByOrganizationPolicyException
    | InvalidParameterException
    | ServerException
    | ValidationException
    | UnknownError
)
"""What PutRegistryScanningConfiguration may fail with: values, never raised."""

put_registry_scanning_configuration: Operation[
    PutRegistryScanningConfigurationRequest,
    PutRegistryScanningConfigurationResponse,
    PutRegistryScanningConfigurationError,
] = Operation(
    "PutRegistryScanningConfiguration",
    protocol=PROTOCOL,
    request=PutRegistryScanningConfigurationRequest,
    response=PutRegistryScanningConfigurationResponse,
    errors=(
        BlockedByOrganizationPolicyException,
        InvalidParameterException,
        ServerException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs nothing; lists 4 errors."""

StartImageScanError: TypeAlias = (
    ImageArchivedException
    | ImageNotFoundException
    | InvalidParameterException
    | LimitExceededException
    | RepositoryNotFoundException
    | ServerException
    | UnsupportedImageTypeException
    | ValidationException
    | UnknownError
)
"""What StartImageScan may fail with: values, never raised."""

start_image_scan: Operation[StartImageScanRequest, StartImageScanResponse, StartImageScanError] = Operation(
    "StartImageScan",
    protocol=PROTOCOL,
    request=StartImageScanRequest,
    response=StartImageScanResponse,
    errors=(
        ImageArchivedException,
        ImageNotFoundException,
        InvalidParameterException,
        LimitExceededException,
        RepositoryNotFoundException,
        ServerException,
        UnsupportedImageTypeException,
        ValidationException,
    ),
    home=HOME,
)
"""Needs repositoryName and imageId; lists 8 errors."""

image_scan_complete: Waiter[DescribeImageScanFindingsRequest, DescribeImageScanFindingsResponse] = Waiter(
    name="ImageScanComplete",
    operation=describe_image_scan_findings,
    delay=5,
    attempts=60,
    accepts=(
        Accept(state="success", path=("image_scan_status", "status"), expected="COMPLETE"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="FAILED"),
        Accept(state="success", path=("image_scan_status", "status"), expected="ACTIVE"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="UNSUPPORTED_IMAGE"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="SCAN_ELIGIBILITY_EXPIRED"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="FINDINGS_UNAVAILABLE"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="LIMIT_EXCEEDED"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="IMAGE_ARCHIVED"),
        Accept(state="failure", path=("image_scan_status", "status"), expected="IMAGE_SIZE_EXCEEDED"),
    ),
)
"""Asks DescribeImageScanFindings every 5 seconds, 60 times at most."""
