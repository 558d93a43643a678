# Written by tools/catalogue from botocore 1.44.5; do not edit.

from ..aws.shape import UnknownError as UnknownError
from .by_name import operation as operation
from .by_name import operations as operations
from .creation_template import CreateRepositoryCreationTemplateError as CreateRepositoryCreationTemplateError
from .creation_template import (
    CreateRepositoryCreationTemplateRequest as CreateRepositoryCreationTemplateRequest,
)
from .creation_template import (
    CreateRepositoryCreationTemplateResponse as CreateRepositoryCreationTemplateResponse,
)
from .creation_template import DeleteRepositoryCreationTemplateError as DeleteRepositoryCreationTemplateError
from .creation_template import (
    DeleteRepositoryCreationTemplateRequest as DeleteRepositoryCreationTemplateRequest,
)
from .creation_template import (
    DeleteRepositoryCreationTemplateResponse as DeleteRepositoryCreationTemplateResponse,
)
from .creation_template import (
    DescribeRepositoryCreationTemplatesError as DescribeRepositoryCreationTemplatesError,
)
from .creation_template import (
    DescribeRepositoryCreationTemplatesRequest as DescribeRepositoryCreationTemplatesRequest,
)
from .creation_template import (
    DescribeRepositoryCreationTemplatesResponse as DescribeRepositoryCreationTemplatesResponse,
)
from .creation_template import (
    EncryptionConfigurationForRepositoryCreationTemplate as EncryptionConfigurationForRepositoryCreationTemplate,
)
from .creation_template import RepositoryCreationTemplate as RepositoryCreationTemplate
from .creation_template import UpdateRepositoryCreationTemplateError as UpdateRepositoryCreationTemplateError
from .creation_template import (
    UpdateRepositoryCreationTemplateRequest as UpdateRepositoryCreationTemplateRequest,
)
from .creation_template import (
    UpdateRepositoryCreationTemplateResponse as UpdateRepositoryCreationTemplateResponse,
)
from .creation_template import create_repository_creation_template as create_repository_creation_template
from .creation_template import delete_repository_creation_template as delete_repository_creation_template
from .creation_template import (
    describe_repository_creation_templates as describe_repository_creation_templates,
)
from .creation_template import update_repository_creation_template as update_repository_creation_template
from .enumeration import ArtifactStatus as ArtifactStatus
from .enumeration import ArtifactStatusFilter as ArtifactStatusFilter
from .enumeration import EncryptionType as EncryptionType
from .enumeration import FindingSeverity as FindingSeverity
from .enumeration import ImageActionType as ImageActionType
from .enumeration import ImageFailureCode as ImageFailureCode
from .enumeration import ImageStatus as ImageStatus
from .enumeration import ImageStatusFilter as ImageStatusFilter
from .enumeration import ImageTagMutability as ImageTagMutability
from .enumeration import ImageTagMutabilityExclusionFilterType as ImageTagMutabilityExclusionFilterType
from .enumeration import LayerAvailability as LayerAvailability
from .enumeration import LayerFailureCode as LayerFailureCode
from .enumeration import LifecyclePolicyPreviewStatus as LifecyclePolicyPreviewStatus
from .enumeration import LifecyclePolicyStorageClass as LifecyclePolicyStorageClass
from .enumeration import LifecyclePolicyTargetStorageClass as LifecyclePolicyTargetStorageClass
from .enumeration import RCTAppliedFor as RCTAppliedFor
from .enumeration import ReplicationBackfillResultStatus as ReplicationBackfillResultStatus
from .enumeration import ReplicationBackfillStatus as ReplicationBackfillStatus
from .enumeration import ReplicationStatus as ReplicationStatus
from .enumeration import RepositoryFilterType as RepositoryFilterType
from .enumeration import ScanFrequency as ScanFrequency
from .enumeration import ScanningConfigurationFailureCode as ScanningConfigurationFailureCode
from .enumeration import ScanningRepositoryFilterType as ScanningRepositoryFilterType
from .enumeration import ScanStatus as ScanStatus
from .enumeration import ScanType as ScanType
from .enumeration import SigningRepositoryFilterType as SigningRepositoryFilterType
from .enumeration import SigningStatus as SigningStatus
from .enumeration import TagStatus as TagStatus
from .enumeration import TargetStorageClass as TargetStorageClass
from .enumeration import UpstreamRegistry as UpstreamRegistry
from .enumeration import artifact_status as artifact_status
from .enumeration import artifact_status_filter as artifact_status_filter
from .enumeration import encryption_type as encryption_type
from .enumeration import finding_severity as finding_severity
from .enumeration import image_action_type as image_action_type
from .enumeration import image_failure_code as image_failure_code
from .enumeration import image_status as image_status
from .enumeration import image_status_filter as image_status_filter
from .enumeration import image_tag_mutability as image_tag_mutability
from .enumeration import (
    image_tag_mutability_exclusion_filter_type as image_tag_mutability_exclusion_filter_type,
)
from .enumeration import layer_availability as layer_availability
from .enumeration import layer_failure_code as layer_failure_code
from .enumeration import lifecycle_policy_preview_status as lifecycle_policy_preview_status
from .enumeration import lifecycle_policy_storage_class as lifecycle_policy_storage_class
from .enumeration import lifecycle_policy_target_storage_class as lifecycle_policy_target_storage_class
from .enumeration import rct_applied_for as rct_applied_for
from .enumeration import replication_backfill_result_status as replication_backfill_result_status
from .enumeration import replication_backfill_status as replication_backfill_status
from .enumeration import replication_status as replication_status
from .enumeration import repository_filter_type as repository_filter_type
from .enumeration import scan_frequency as scan_frequency
from .enumeration import scan_status as scan_status
from .enumeration import scan_type as scan_type
from .enumeration import scanning_configuration_failure_code as scanning_configuration_failure_code
from .enumeration import scanning_repository_filter_type as scanning_repository_filter_type
from .enumeration import signing_repository_filter_type as signing_repository_filter_type
from .enumeration import signing_status as signing_status
from .enumeration import tag_status as tag_status
from .enumeration import target_storage_class as target_storage_class
from .enumeration import upstream_registry as upstream_registry
from .error import BlockedByOrganizationPolicyException as BlockedByOrganizationPolicyException
from .error import EmptyUploadException as EmptyUploadException
from .error import ExclusionAlreadyExistsException as ExclusionAlreadyExistsException
from .error import ExclusionNotFoundException as ExclusionNotFoundException
from .error import ImageAlreadyExistsException as ImageAlreadyExistsException
from .error import ImageArchivedException as ImageArchivedException
from .error import ImageDigestDoesNotMatchException as ImageDigestDoesNotMatchException
from .error import ImageNotFoundException as ImageNotFoundException
from .error import (
    ImageStorageClassUpdateNotSupportedException as ImageStorageClassUpdateNotSupportedException,
)
from .error import ImageTagAlreadyExistsException as ImageTagAlreadyExistsException
from .error import InvalidLayerException as InvalidLayerException
from .error import InvalidLayerPartException as InvalidLayerPartException
from .error import InvalidParameterException as InvalidParameterException
from .error import InvalidTagParameterException as InvalidTagParameterException
from .error import KmsException as KmsException
from .error import LayerAlreadyExistsException as LayerAlreadyExistsException
from .error import LayerInaccessibleException as LayerInaccessibleException
from .error import LayerPartTooSmallException as LayerPartTooSmallException
from .error import LayersNotFoundException as LayersNotFoundException
from .error import LifecyclePolicyNotFoundException as LifecyclePolicyNotFoundException
from .error import LifecyclePolicyPreviewInProgressException as LifecyclePolicyPreviewInProgressException
from .error import LifecyclePolicyPreviewNotFoundException as LifecyclePolicyPreviewNotFoundException
from .error import LimitExceededException as LimitExceededException
from .error import PullThroughCacheRuleAlreadyExistsException as PullThroughCacheRuleAlreadyExistsException
from .error import PullThroughCacheRuleNotFoundException as PullThroughCacheRuleNotFoundException
from .error import ReferencedImagesNotFoundException as ReferencedImagesNotFoundException
from .error import RegistryPolicyNotFoundException as RegistryPolicyNotFoundException
from .error import ReplicationBackfillInProgressException as ReplicationBackfillInProgressException
from .error import ReplicationBackfillInvalidStatusException as ReplicationBackfillInvalidStatusException
from .error import ReplicationBackfillNotFoundException as ReplicationBackfillNotFoundException
from .error import RepositoryAlreadyExistsException as RepositoryAlreadyExistsException
from .error import RepositoryNotEmptyException as RepositoryNotEmptyException
from .error import RepositoryNotFoundException as RepositoryNotFoundException
from .error import RepositoryPolicyNotFoundException as RepositoryPolicyNotFoundException
from .error import ScanNotFoundException as ScanNotFoundException
from .error import SecretNotFoundException as SecretNotFoundException
from .error import ServerException as ServerException
from .error import SigningConfigurationNotFoundException as SigningConfigurationNotFoundException
from .error import TemplateAlreadyExistsException as TemplateAlreadyExistsException
from .error import TemplateNotFoundException as TemplateNotFoundException
from .error import TooManyTagsException as TooManyTagsException
from .error import UnableToAccessSecretException as UnableToAccessSecretException
from .error import UnableToDecryptSecretValueException as UnableToDecryptSecretValueException
from .error import UnableToGetUpstreamImageException as UnableToGetUpstreamImageException
from .error import UnableToGetUpstreamLayerException as UnableToGetUpstreamLayerException
from .error import UnableToListUpstreamImageReferrersException as UnableToListUpstreamImageReferrersException
from .error import UnsupportedImageTypeException as UnsupportedImageTypeException
from .error import UnsupportedUpstreamRegistryException as UnsupportedUpstreamRegistryException
from .error import UploadNotFoundException as UploadNotFoundException
from .error import ValidationException as ValidationException
from .image import BatchDeleteImageError as BatchDeleteImageError
from .image import BatchDeleteImageRequest as BatchDeleteImageRequest
from .image import BatchDeleteImageResponse as BatchDeleteImageResponse
from .image import BatchGetImageError as BatchGetImageError
from .image import BatchGetImageRequest as BatchGetImageRequest
from .image import BatchGetImageResponse as BatchGetImageResponse
from .image import DescribeImagesError as DescribeImagesError
from .image import DescribeImagesFilter as DescribeImagesFilter
from .image import DescribeImagesRequest as DescribeImagesRequest
from .image import DescribeImagesResponse as DescribeImagesResponse
from .image import Image as Image
from .image import ImageDetail as ImageDetail
from .image import ImageFailure as ImageFailure
from .image import ImageReferrer as ImageReferrer
from .image import ImageScanFindingsSummary as ImageScanFindingsSummary
from .image import ListImageReferrersError as ListImageReferrersError
from .image import ListImageReferrersFilter as ListImageReferrersFilter
from .image import ListImageReferrersRequest as ListImageReferrersRequest
from .image import ListImageReferrersResponse as ListImageReferrersResponse
from .image import ListImagesError as ListImagesError
from .image import ListImagesFilter as ListImagesFilter
from .image import ListImagesRequest as ListImagesRequest
from .image import ListImagesResponse as ListImagesResponse
from .image import PutImageError as PutImageError
from .image import PutImageRequest as PutImageRequest
from .image import PutImageResponse as PutImageResponse
from .image import SubjectIdentifier as SubjectIdentifier
from .image import UpdateImageStorageClassError as UpdateImageStorageClassError
from .image import UpdateImageStorageClassRequest as UpdateImageStorageClassRequest
from .image import UpdateImageStorageClassResponse as UpdateImageStorageClassResponse
from .image import batch_delete_image as batch_delete_image
from .image import batch_get_image as batch_get_image
from .image import describe_images as describe_images
from .image import list_image_referrers as list_image_referrers
from .image import list_images as list_images
from .image import put_image as put_image
from .image import update_image_storage_class as update_image_storage_class
from .layer import BatchCheckLayerAvailabilityError as BatchCheckLayerAvailabilityError
from .layer import BatchCheckLayerAvailabilityRequest as BatchCheckLayerAvailabilityRequest
from .layer import BatchCheckLayerAvailabilityResponse as BatchCheckLayerAvailabilityResponse
from .layer import CompleteLayerUploadError as CompleteLayerUploadError
from .layer import CompleteLayerUploadRequest as CompleteLayerUploadRequest
from .layer import CompleteLayerUploadResponse as CompleteLayerUploadResponse
from .layer import GetDownloadUrlForLayerError as GetDownloadUrlForLayerError
from .layer import GetDownloadUrlForLayerRequest as GetDownloadUrlForLayerRequest
from .layer import GetDownloadUrlForLayerResponse as GetDownloadUrlForLayerResponse
from .layer import InitiateLayerUploadError as InitiateLayerUploadError
from .layer import InitiateLayerUploadRequest as InitiateLayerUploadRequest
from .layer import InitiateLayerUploadResponse as InitiateLayerUploadResponse
from .layer import Layer as Layer
from .layer import LayerFailure as LayerFailure
from .layer import UploadLayerPartError as UploadLayerPartError
from .layer import UploadLayerPartRequest as UploadLayerPartRequest
from .layer import UploadLayerPartResponse as UploadLayerPartResponse
from .layer import batch_check_layer_availability as batch_check_layer_availability
from .layer import complete_layer_upload as complete_layer_upload
from .layer import get_download_url_for_layer as get_download_url_for_layer
from .layer import initiate_layer_upload as initiate_layer_upload
from .layer import upload_layer_part as upload_layer_part
from .lifecycle import DeleteLifecyclePolicyError as DeleteLifecyclePolicyError
from .lifecycle import DeleteLifecyclePolicyRequest as DeleteLifecyclePolicyRequest
from .lifecycle import DeleteLifecyclePolicyResponse as DeleteLifecyclePolicyResponse
from .lifecycle import GetLifecyclePolicyError as GetLifecyclePolicyError
from .lifecycle import GetLifecyclePolicyPreviewError as GetLifecyclePolicyPreviewError
from .lifecycle import GetLifecyclePolicyPreviewRequest as GetLifecyclePolicyPreviewRequest
from .lifecycle import GetLifecyclePolicyPreviewResponse as GetLifecyclePolicyPreviewResponse
from .lifecycle import GetLifecyclePolicyRequest as GetLifecyclePolicyRequest
from .lifecycle import GetLifecyclePolicyResponse as GetLifecyclePolicyResponse
from .lifecycle import LifecyclePolicyPreviewFilter as LifecyclePolicyPreviewFilter
from .lifecycle import LifecyclePolicyPreviewResult as LifecyclePolicyPreviewResult
from .lifecycle import LifecyclePolicyPreviewSummary as LifecyclePolicyPreviewSummary
from .lifecycle import LifecyclePolicyRuleAction as LifecyclePolicyRuleAction
from .lifecycle import PutLifecyclePolicyError as PutLifecyclePolicyError
from .lifecycle import PutLifecyclePolicyRequest as PutLifecyclePolicyRequest
from .lifecycle import PutLifecyclePolicyResponse as PutLifecyclePolicyResponse
from .lifecycle import StartLifecyclePolicyPreviewError as StartLifecyclePolicyPreviewError
from .lifecycle import StartLifecyclePolicyPreviewRequest as StartLifecyclePolicyPreviewRequest
from .lifecycle import StartLifecyclePolicyPreviewResponse as StartLifecyclePolicyPreviewResponse
from .lifecycle import TransitioningImageTotalCount as TransitioningImageTotalCount
from .lifecycle import delete_lifecycle_policy as delete_lifecycle_policy
from .lifecycle import get_lifecycle_policy as get_lifecycle_policy
from .lifecycle import get_lifecycle_policy_preview as get_lifecycle_policy_preview
from .lifecycle import lifecycle_policy_preview_complete as lifecycle_policy_preview_complete
from .lifecycle import put_lifecycle_policy as put_lifecycle_policy
from .lifecycle import start_lifecycle_policy_preview as start_lifecycle_policy_preview
from .pull_through_cache import CreatePullThroughCacheRuleError as CreatePullThroughCacheRuleError
from .pull_through_cache import CreatePullThroughCacheRuleRequest as CreatePullThroughCacheRuleRequest
from .pull_through_cache import CreatePullThroughCacheRuleResponse as CreatePullThroughCacheRuleResponse
from .pull_through_cache import DeletePullThroughCacheRuleError as DeletePullThroughCacheRuleError
from .pull_through_cache import DeletePullThroughCacheRuleRequest as DeletePullThroughCacheRuleRequest
from .pull_through_cache import DeletePullThroughCacheRuleResponse as DeletePullThroughCacheRuleResponse
from .pull_through_cache import (
    DeregisterPullTimeUpdateExclusionError as DeregisterPullTimeUpdateExclusionError,
)
from .pull_through_cache import (
    DeregisterPullTimeUpdateExclusionRequest as DeregisterPullTimeUpdateExclusionRequest,
)
from .pull_through_cache import (
    DeregisterPullTimeUpdateExclusionResponse as DeregisterPullTimeUpdateExclusionResponse,
)
from .pull_through_cache import DescribePullThroughCacheRulesError as DescribePullThroughCacheRulesError
from .pull_through_cache import DescribePullThroughCacheRulesRequest as DescribePullThroughCacheRulesRequest
from .pull_through_cache import DescribePullThroughCacheRulesResponse as DescribePullThroughCacheRulesResponse
from .pull_through_cache import ListPullTimeUpdateExclusionsError as ListPullTimeUpdateExclusionsError
from .pull_through_cache import ListPullTimeUpdateExclusionsRequest as ListPullTimeUpdateExclusionsRequest
from .pull_through_cache import ListPullTimeUpdateExclusionsResponse as ListPullTimeUpdateExclusionsResponse
from .pull_through_cache import PullThroughCacheRule as PullThroughCacheRule
from .pull_through_cache import RegisterPullTimeUpdateExclusionError as RegisterPullTimeUpdateExclusionError
from .pull_through_cache import (
    RegisterPullTimeUpdateExclusionRequest as RegisterPullTimeUpdateExclusionRequest,
)
from .pull_through_cache import (
    RegisterPullTimeUpdateExclusionResponse as RegisterPullTimeUpdateExclusionResponse,
)
from .pull_through_cache import UpdatePullThroughCacheRuleError as UpdatePullThroughCacheRuleError
from .pull_through_cache import UpdatePullThroughCacheRuleRequest as UpdatePullThroughCacheRuleRequest
from .pull_through_cache import UpdatePullThroughCacheRuleResponse as UpdatePullThroughCacheRuleResponse
from .pull_through_cache import ValidatePullThroughCacheRuleError as ValidatePullThroughCacheRuleError
from .pull_through_cache import ValidatePullThroughCacheRuleRequest as ValidatePullThroughCacheRuleRequest
from .pull_through_cache import ValidatePullThroughCacheRuleResponse as ValidatePullThroughCacheRuleResponse
from .pull_through_cache import create_pull_through_cache_rule as create_pull_through_cache_rule
from .pull_through_cache import delete_pull_through_cache_rule as delete_pull_through_cache_rule
from .pull_through_cache import deregister_pull_time_update_exclusion as deregister_pull_time_update_exclusion
from .pull_through_cache import describe_pull_through_cache_rules as describe_pull_through_cache_rules
from .pull_through_cache import list_pull_time_update_exclusions as list_pull_time_update_exclusions
from .pull_through_cache import register_pull_time_update_exclusion as register_pull_time_update_exclusion
from .pull_through_cache import update_pull_through_cache_rule as update_pull_through_cache_rule
from .pull_through_cache import validate_pull_through_cache_rule as validate_pull_through_cache_rule
from .registry import AuthorizationData as AuthorizationData
from .registry import DeleteRegistryPolicyError as DeleteRegistryPolicyError
from .registry import DeleteRegistryPolicyRequest as DeleteRegistryPolicyRequest
from .registry import DeleteRegistryPolicyResponse as DeleteRegistryPolicyResponse
from .registry import DescribeRegistryError as DescribeRegistryError
from .registry import DescribeRegistryRequest as DescribeRegistryRequest
from .registry import DescribeRegistryResponse as DescribeRegistryResponse
from .registry import GetAccountSettingError as GetAccountSettingError
from .registry import GetAccountSettingRequest as GetAccountSettingRequest
from .registry import GetAccountSettingResponse as GetAccountSettingResponse
from .registry import GetAuthorizationTokenError as GetAuthorizationTokenError
from .registry import GetAuthorizationTokenRequest as GetAuthorizationTokenRequest
from .registry import GetAuthorizationTokenResponse as GetAuthorizationTokenResponse
from .registry import GetRegistryPolicyError as GetRegistryPolicyError
from .registry import GetRegistryPolicyRequest as GetRegistryPolicyRequest
from .registry import GetRegistryPolicyResponse as GetRegistryPolicyResponse
from .registry import PutAccountSettingError as PutAccountSettingError
from .registry import PutAccountSettingRequest as PutAccountSettingRequest
from .registry import PutAccountSettingResponse as PutAccountSettingResponse
from .registry import PutRegistryPolicyError as PutRegistryPolicyError
from .registry import PutRegistryPolicyRequest as PutRegistryPolicyRequest
from .registry import PutRegistryPolicyResponse as PutRegistryPolicyResponse
from .registry import delete_registry_policy as delete_registry_policy
from .registry import describe_registry as describe_registry
from .registry import get_account_setting as get_account_setting
from .registry import get_authorization_token as get_authorization_token
from .registry import get_registry_policy as get_registry_policy
from .registry import put_account_setting as put_account_setting
from .registry import put_registry_policy as put_registry_policy
from .replication import DescribeImageReplicationStatusError as DescribeImageReplicationStatusError
from .replication import DescribeImageReplicationStatusRequest as DescribeImageReplicationStatusRequest
from .replication import DescribeImageReplicationStatusResponse as DescribeImageReplicationStatusResponse
from .replication import DescribeReplicationBackfillResultsError as DescribeReplicationBackfillResultsError
from .replication import (
    DescribeReplicationBackfillResultsRequest as DescribeReplicationBackfillResultsRequest,
)
from .replication import (
    DescribeReplicationBackfillResultsResponse as DescribeReplicationBackfillResultsResponse,
)
from .replication import ImageReplicationStatus as ImageReplicationStatus
from .replication import ListReplicationBackfillsError as ListReplicationBackfillsError
from .replication import ListReplicationBackfillsRequest as ListReplicationBackfillsRequest
from .replication import ListReplicationBackfillsResponse as ListReplicationBackfillsResponse
from .replication import PutReplicationConfigurationError as PutReplicationConfigurationError
from .replication import PutReplicationConfigurationRequest as PutReplicationConfigurationRequest
from .replication import PutReplicationConfigurationResponse as PutReplicationConfigurationResponse
from .replication import ReplicationBackfillProgress as ReplicationBackfillProgress
from .replication import ReplicationBackfillResult as ReplicationBackfillResult
from .replication import ReplicationBackfillSummary as ReplicationBackfillSummary
from .replication import StartReplicationBackfillError as StartReplicationBackfillError
from .replication import StartReplicationBackfillRequest as StartReplicationBackfillRequest
from .replication import StartReplicationBackfillResponse as StartReplicationBackfillResponse
from .replication import StopReplicationBackfillError as StopReplicationBackfillError
from .replication import StopReplicationBackfillRequest as StopReplicationBackfillRequest
from .replication import StopReplicationBackfillResponse as StopReplicationBackfillResponse
from .replication import describe_image_replication_status as describe_image_replication_status
from .replication import describe_replication_backfill_results as describe_replication_backfill_results
from .replication import list_replication_backfills as list_replication_backfills
from .replication import put_replication_configuration as put_replication_configuration
from .replication import start_replication_backfill as start_replication_backfill
from .replication import stop_replication_backfill as stop_replication_backfill
from .repository import CreateRepositoryError as CreateRepositoryError
from .repository import CreateRepositoryRequest as CreateRepositoryRequest
from .repository import CreateRepositoryResponse as CreateRepositoryResponse
from .repository import DeleteRepositoryError as DeleteRepositoryError
from .repository import DeleteRepositoryPolicyError as DeleteRepositoryPolicyError
from .repository import DeleteRepositoryPolicyRequest as DeleteRepositoryPolicyRequest
from .repository import DeleteRepositoryPolicyResponse as DeleteRepositoryPolicyResponse
from .repository import DeleteRepositoryRequest as DeleteRepositoryRequest
from .repository import DeleteRepositoryResponse as DeleteRepositoryResponse
from .repository import DescribeRepositoriesError as DescribeRepositoriesError
from .repository import DescribeRepositoriesRequest as DescribeRepositoriesRequest
from .repository import DescribeRepositoriesResponse as DescribeRepositoriesResponse
from .repository import EncryptionConfiguration as EncryptionConfiguration
from .repository import GetRepositoryPolicyError as GetRepositoryPolicyError
from .repository import GetRepositoryPolicyRequest as GetRepositoryPolicyRequest
from .repository import GetRepositoryPolicyResponse as GetRepositoryPolicyResponse
from .repository import PutImageTagMutabilityError as PutImageTagMutabilityError
from .repository import PutImageTagMutabilityRequest as PutImageTagMutabilityRequest
from .repository import PutImageTagMutabilityResponse as PutImageTagMutabilityResponse
from .repository import Repository as Repository
from .repository import SetRepositoryPolicyError as SetRepositoryPolicyError
from .repository import SetRepositoryPolicyRequest as SetRepositoryPolicyRequest
from .repository import SetRepositoryPolicyResponse as SetRepositoryPolicyResponse
from .repository import create_repository as create_repository
from .repository import delete_repository as delete_repository
from .repository import delete_repository_policy as delete_repository_policy
from .repository import describe_repositories as describe_repositories
from .repository import get_repository_policy as get_repository_policy
from .repository import put_image_tag_mutability as put_image_tag_mutability
from .repository import set_repository_policy as set_repository_policy
from .scalar import AccountSettingName as AccountSettingName
from .scalar import AccountSettingValue as AccountSettingValue
from .scalar import Arch as Arch
from .scalar import Arn as Arn
from .scalar import ArtifactType as ArtifactType
from .scalar import AttributeKey as AttributeKey
from .scalar import AttributeValue as AttributeValue
from .scalar import Author as Author
from .scalar import Base64 as Base64
from .scalar import BatchedOperationLayerDigest as BatchedOperationLayerDigest
from .scalar import CredentialArn as CredentialArn
from .scalar import CustomRoleArn as CustomRoleArn
from .scalar import ExceptionMessage as ExceptionMessage
from .scalar import ExploitAvailable as ExploitAvailable
from .scalar import FiftyMaxResults as FiftyMaxResults
from .scalar import FilePath as FilePath
from .scalar import FindingArn as FindingArn
from .scalar import FindingDescription as FindingDescription
from .scalar import FindingName as FindingName
from .scalar import FixAvailable as FixAvailable
from .scalar import FixedInVersion as FixedInVersion
from .scalar import ImageCount as ImageCount
from .scalar import ImageDigest as ImageDigest
from .scalar import ImageFailureReason as ImageFailureReason
from .scalar import ImageManifest as ImageManifest
from .scalar import ImageTag as ImageTag
from .scalar import ImageTagMutabilityExclusionFilterValue as ImageTagMutabilityExclusionFilterValue
from .scalar import InUseCount as InUseCount
from .scalar import KmsError as KmsError
from .scalar import KmsKey as KmsKey
from .scalar import KmsKeyForRepositoryCreationTemplate as KmsKeyForRepositoryCreationTemplate
from .scalar import LayerDigest as LayerDigest
from .scalar import LayerFailureReason as LayerFailureReason
from .scalar import LayerPartBlob as LayerPartBlob
from .scalar import LifecyclePolicyRulePriority as LifecyclePolicyRulePriority
from .scalar import LifecyclePolicyText as LifecyclePolicyText
from .scalar import (
    LifecyclePolicyTextForRepositoryCreationTemplate as LifecyclePolicyTextForRepositoryCreationTemplate,
)
from .scalar import LifecyclePreviewMaxResults as LifecyclePreviewMaxResults
from .scalar import MaxResults as MaxResults
from .scalar import MediaType as MediaType
from .scalar import Metric as Metric
from .scalar import NextToken as NextToken
from .scalar import NonNegativeInteger as NonNegativeInteger
from .scalar import PackageManager as PackageManager
from .scalar import PartSize as PartSize
from .scalar import Platform as Platform
from .scalar import Prefix as Prefix
from .scalar import PrincipalArn as PrincipalArn
from .scalar import ProxyEndpoint as ProxyEndpoint
from .scalar import PTCValidateFailure as PTCValidateFailure
from .scalar import PullThroughCacheRuleRepositoryPrefix as PullThroughCacheRuleRepositoryPrefix
from .scalar import Reason as Reason
from .scalar import RecommendationText as RecommendationText
from .scalar import Region as Region
from .scalar import RegistryId as RegistryId
from .scalar import RegistryPolicyText as RegistryPolicyText
from .scalar import RelatedVulnerability as RelatedVulnerability
from .scalar import Release as Release
from .scalar import ReplicationBackfillError as ReplicationBackfillError
from .scalar import ReplicationBackfillId as ReplicationBackfillId
from .scalar import ReplicationError as ReplicationError
from .scalar import RepositoryFilterValue as RepositoryFilterValue
from .scalar import RepositoryName as RepositoryName
from .scalar import RepositoryPolicyText as RepositoryPolicyText
from .scalar import RepositoryTemplateDescription as RepositoryTemplateDescription
from .scalar import ResourceId as ResourceId
from .scalar import ScanningConfigurationFailureReason as ScanningConfigurationFailureReason
from .scalar import ScanningRepositoryFilterValue as ScanningRepositoryFilterValue
from .scalar import ScanStatusDescription as ScanStatusDescription
from .scalar import ScoringVector as ScoringVector
from .scalar import Severity as Severity
from .scalar import SeverityCount as SeverityCount
from .scalar import SigningProfileArn as SigningProfileArn
from .scalar import SigningRepositoryFilterValue as SigningRepositoryFilterValue
from .scalar import SigningStatusFailureCode as SigningStatusFailureCode
from .scalar import SigningStatusFailureReason as SigningStatusFailureReason
from .scalar import Source as Source
from .scalar import SourceLayerHash as SourceLayerHash
from .scalar import Status as Status
from .scalar import TagKey as TagKey
from .scalar import TagValue as TagValue
from .scalar import Title as Title
from .scalar import Type as Type
from .scalar import UploadId as UploadId
from .scalar import Url as Url
from .scalar import Version as Version
from .scalar import VulnerabilityId as VulnerabilityId
from .scalar import VulnerablePackageName as VulnerablePackageName
from .scalar import account_setting_name as account_setting_name
from .scalar import account_setting_value as account_setting_value
from .scalar import arch as arch
from .scalar import arn as arn
from .scalar import artifact_type as artifact_type
from .scalar import attribute_key as attribute_key
from .scalar import attribute_value as attribute_value
from .scalar import author as author
from .scalar import base64 as base64
from .scalar import batched_operation_layer_digest as batched_operation_layer_digest
from .scalar import credential_arn as credential_arn
from .scalar import custom_role_arn as custom_role_arn
from .scalar import exception_message as exception_message
from .scalar import exploit_available as exploit_available
from .scalar import fifty_max_results as fifty_max_results
from .scalar import file_path as file_path
from .scalar import finding_arn as finding_arn
from .scalar import finding_description as finding_description
from .scalar import finding_name as finding_name
from .scalar import fix_available as fix_available
from .scalar import fixed_in_version as fixed_in_version
from .scalar import image_count as image_count
from .scalar import image_digest as image_digest
from .scalar import image_failure_reason as image_failure_reason
from .scalar import image_manifest as image_manifest
from .scalar import image_tag as image_tag
from .scalar import image_tag_mutability_exclusion_filter_value as image_tag_mutability_exclusion_filter_value
from .scalar import in_use_count as in_use_count
from .scalar import kms_error as kms_error
from .scalar import kms_key as kms_key
from .scalar import kms_key_for_repository_creation_template as kms_key_for_repository_creation_template
from .scalar import layer_digest as layer_digest
from .scalar import layer_failure_reason as layer_failure_reason
from .scalar import layer_part_blob as layer_part_blob
from .scalar import lifecycle_policy_rule_priority as lifecycle_policy_rule_priority
from .scalar import lifecycle_policy_text as lifecycle_policy_text
from .scalar import (
    lifecycle_policy_text_for_repository_creation_template as lifecycle_policy_text_for_repository_creation_template,
)
from .scalar import lifecycle_preview_max_results as lifecycle_preview_max_results
from .scalar import max_results as max_results
from .scalar import media_type as media_type
from .scalar import metric as metric
from .scalar import next_token as next_token
from .scalar import non_negative_integer as non_negative_integer
from .scalar import package_manager as package_manager
from .scalar import part_size as part_size
from .scalar import platform as platform
from .scalar import prefix as prefix
from .scalar import principal_arn as principal_arn
from .scalar import proxy_endpoint as proxy_endpoint
from .scalar import ptc_validate_failure as ptc_validate_failure
from .scalar import pull_through_cache_rule_repository_prefix as pull_through_cache_rule_repository_prefix
from .scalar import reason as reason
from .scalar import recommendation_text as recommendation_text
from .scalar import region as region
from .scalar import registry_id as registry_id
from .scalar import registry_policy_text as registry_policy_text
from .scalar import related_vulnerability as related_vulnerability
from .scalar import release as release
from .scalar import replication_backfill_error as replication_backfill_error
from .scalar import replication_backfill_id as replication_backfill_id
from .scalar import replication_error as replication_error
from .scalar import repository_filter_value as repository_filter_value
from .scalar import repository_name as repository_name
from .scalar import repository_policy_text as repository_policy_text
from .scalar import repository_template_description as repository_template_description
from .scalar import resource_id as resource_id
from .scalar import scan_status_description as scan_status_description
from .scalar import scanning_configuration_failure_reason as scanning_configuration_failure_reason
from .scalar import scanning_repository_filter_value as scanning_repository_filter_value
from .scalar import scoring_vector as scoring_vector
from .scalar import severity as severity
from .scalar import severity_count as severity_count
from .scalar import signing_profile_arn as signing_profile_arn
from .scalar import signing_repository_filter_value as signing_repository_filter_value
from .scalar import signing_status_failure_code as signing_status_failure_code
from .scalar import signing_status_failure_reason as signing_status_failure_reason
from .scalar import source as source
from .scalar import source_layer_hash as source_layer_hash
from .scalar import status as status
from .scalar import tag_key as tag_key
from .scalar import tag_value as tag_value
from .scalar import title as title
from .scalar import type_ as type_
from .scalar import upload_id as upload_id
from .scalar import url as url
from .scalar import version as version
from .scalar import vulnerability_id as vulnerability_id
from .scalar import vulnerable_package_name as vulnerable_package_name
from .scan import Attribute as Attribute
from .scan import AwsEcrContainerImageDetails as AwsEcrContainerImageDetails
from .scan import BatchGetRepositoryScanningConfigurationError as BatchGetRepositoryScanningConfigurationError
from .scan import (
    BatchGetRepositoryScanningConfigurationRequest as BatchGetRepositoryScanningConfigurationRequest,
)
from .scan import (
    BatchGetRepositoryScanningConfigurationResponse as BatchGetRepositoryScanningConfigurationResponse,
)
from .scan import CvssScore as CvssScore
from .scan import CvssScoreAdjustment as CvssScoreAdjustment
from .scan import CvssScoreDetails as CvssScoreDetails
from .scan import DescribeImageScanFindingsError as DescribeImageScanFindingsError
from .scan import DescribeImageScanFindingsRequest as DescribeImageScanFindingsRequest
from .scan import DescribeImageScanFindingsResponse as DescribeImageScanFindingsResponse
from .scan import EnhancedImageScanFinding as EnhancedImageScanFinding
from .scan import GetRegistryScanningConfigurationError as GetRegistryScanningConfigurationError
from .scan import GetRegistryScanningConfigurationRequest as GetRegistryScanningConfigurationRequest
from .scan import GetRegistryScanningConfigurationResponse as GetRegistryScanningConfigurationResponse
from .scan import ImageScanFinding as ImageScanFinding
from .scan import ImageScanFindings as ImageScanFindings
from .scan import PackageVulnerabilityDetails as PackageVulnerabilityDetails
from .scan import PutImageScanningConfigurationError as PutImageScanningConfigurationError
from .scan import PutImageScanningConfigurationRequest as PutImageScanningConfigurationRequest
from .scan import PutImageScanningConfigurationResponse as PutImageScanningConfigurationResponse
from .scan import PutRegistryScanningConfigurationError as PutRegistryScanningConfigurationError
from .scan import PutRegistryScanningConfigurationRequest as PutRegistryScanningConfigurationRequest
from .scan import PutRegistryScanningConfigurationResponse as PutRegistryScanningConfigurationResponse
from .scan import Recommendation as Recommendation
from .scan import RegistryScanningConfiguration as RegistryScanningConfiguration
from .scan import RegistryScanningRule as RegistryScanningRule
from .scan import Remediation as Remediation
from .scan import RepositoryScanningConfiguration as RepositoryScanningConfiguration
from .scan import RepositoryScanningConfigurationFailure as RepositoryScanningConfigurationFailure
from .scan import Resource as Resource
from .scan import ResourceDetails as ResourceDetails
from .scan import ScanningRepositoryFilter as ScanningRepositoryFilter
from .scan import ScoreDetails as ScoreDetails
from .scan import StartImageScanError as StartImageScanError
from .scan import StartImageScanRequest as StartImageScanRequest
from .scan import StartImageScanResponse as StartImageScanResponse
from .scan import VulnerablePackage as VulnerablePackage
from .scan import batch_get_repository_scanning_configuration as batch_get_repository_scanning_configuration
from .scan import describe_image_scan_findings as describe_image_scan_findings
from .scan import get_registry_scanning_configuration as get_registry_scanning_configuration
from .scan import image_scan_complete as image_scan_complete
from .scan import put_image_scanning_configuration as put_image_scanning_configuration
from .scan import put_registry_scanning_configuration as put_registry_scanning_configuration
from .scan import start_image_scan as start_image_scan
from .shared import DeleteReplication as DeleteReplication
from .shared import ImageIdentifier as ImageIdentifier
from .shared import ImageScanningConfiguration as ImageScanningConfiguration
from .shared import ImageScanStatus as ImageScanStatus
from .shared import ImageTagMutabilityExclusionFilter as ImageTagMutabilityExclusionFilter
from .shared import ReplicationConfiguration as ReplicationConfiguration
from .shared import ReplicationDestination as ReplicationDestination
from .shared import ReplicationRule as ReplicationRule
from .shared import RepositoryFilter as RepositoryFilter
from .shared import Tag as Tag
from .signing import DeleteSigningConfigurationError as DeleteSigningConfigurationError
from .signing import DeleteSigningConfigurationRequest as DeleteSigningConfigurationRequest
from .signing import DeleteSigningConfigurationResponse as DeleteSigningConfigurationResponse
from .signing import DescribeImageSigningStatusError as DescribeImageSigningStatusError
from .signing import DescribeImageSigningStatusRequest as DescribeImageSigningStatusRequest
from .signing import DescribeImageSigningStatusResponse as DescribeImageSigningStatusResponse
from .signing import GetSigningConfigurationError as GetSigningConfigurationError
from .signing import GetSigningConfigurationRequest as GetSigningConfigurationRequest
from .signing import GetSigningConfigurationResponse as GetSigningConfigurationResponse
from .signing import ImageSigningStatus as ImageSigningStatus
from .signing import PutSigningConfigurationError as PutSigningConfigurationError
from .signing import PutSigningConfigurationRequest as PutSigningConfigurationRequest
from .signing import PutSigningConfigurationResponse as PutSigningConfigurationResponse
from .signing import SigningConfiguration as SigningConfiguration
from .signing import SigningRepositoryFilter as SigningRepositoryFilter
from .signing import SigningRule as SigningRule
from .signing import delete_signing_configuration as delete_signing_configuration
from .signing import describe_image_signing_status as describe_image_signing_status
from .signing import get_signing_configuration as get_signing_configuration
from .signing import put_signing_configuration as put_signing_configuration
from .tag import ListTagsForResourceError as ListTagsForResourceError
from .tag import ListTagsForResourceRequest as ListTagsForResourceRequest
from .tag import ListTagsForResourceResponse as ListTagsForResourceResponse
from .tag import TagResourceError as TagResourceError
from .tag import TagResourceRequest as TagResourceRequest
from .tag import TagResourceResponse as TagResourceResponse
from .tag import UntagResourceError as UntagResourceError
from .tag import UntagResourceRequest as UntagResourceRequest
from .tag import UntagResourceResponse as UntagResourceResponse
from .tag import list_tags_for_resource as list_tags_for_resource
from .tag import tag_resource as tag_resource
from .tag import untag_resource as untag_resource
