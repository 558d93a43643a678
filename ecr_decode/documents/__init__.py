"""The documents of Amazon ECR: what the strings in its replies hold, and what it sends to other services.

>>> from ecr_decode import documents
>>> documents.policy.decode_json("{}").failure().problems[0].path
('Statement',)
"""

from ..stub import load_when_touched

__getattr__, __dir__ = load_when_touched(__name__)
