# Written by tools/catalogue from botocore 1.44.5; do not edit.
"""Amazon ECR Public: its operations, records, errors and enumerations."""

from ..stub import load_when_touched

__getattr__, __dir__ = load_when_touched(__name__)
