"""Decoders and encoders built from small combinators, and on them a typed reading of Amazon ECR.

What the package exports is written in its stub, `__init__.pyi`; each name is loaded when it is touched.
"""

from .stub import load_when_touched

__getattr__, __dir__ = load_when_touched(__name__)
