"""Whether a request that failed makes sense to send again."""

from __future__ import annotations

THROTTLING = frozenset(
    (
        "BandwidthLimitExceeded",
        "EC2ThrottledException",
        "LimitExceededException",
        "PriorRequestNotComplete",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestThrottledException",
        "SlowDown",
        "ThrottledException",
        "Throttling",
        "ThrottlingException",
        "TooManyRequestsException",
        "TransactionInProgressException",
    )
)
"""The codes with which services of AWS ask to slow down; botocore retries the same ones."""

TRANSIENT = frozenset(("RequestTimeout", "RequestTimeoutException"))
"""The codes of a request that came too slowly."""

_TOO_MANY_REQUESTS = 429


def is_retryable(status: int | None, *codes: str | None) -> bool:
    """Whether a failure with this status and these codes may pass: the service is busy, or failed itself.

    >>> from ecr_decode.aws.retry import is_retryable
    >>> is_retryable(400, "ThrottlingException"), is_retryable(503), is_retryable(429)
    (True, True, True)
    >>> is_retryable(400, "RepositoryNotFoundException")
    False
    """
    if any(code in THROTTLING or code in TRANSIENT for code in codes):
        return True
    return status is not None and (status == _TOO_MANY_REQUESTS or 500 <= status < 600)
