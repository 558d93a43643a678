r"""In bulk: JSON Lines and arrays of records by the million, summaries of them, and files written from them.

>>> from ecr_decode import bulk, integer
>>> summary = bulk.summarise(bulk.decode_lines(integer, b"1\n2\n\n[]\n"))
>>> summary.items, summary.failures, summary.problems
(3, 1, {'$': {'WrongKind': 1}})
"""

from ..stub import load_when_touched

__getattr__, __dir__ = load_when_touched(__name__)
