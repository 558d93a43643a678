"""Run the code blocks of README.md and docs/ as tests.

The Python blocks of a document run from top to bottom in one namespace; one that begins with `>>>` is a
doctest. A comment `<!-- skip: next -->` in front of a block that is not meant to run keeps it out.
"""

from sybil import Sybil
from sybil.parsers.myst import PythonCodeBlockParser, SkipParser

# The first is refused by the type checkers on purpose; the second is Sphinx's to load.
collect_ignore_glob = ["tests/types/must_fail*.py", "docs/conf.py"]

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/*.md"],
    excludes=["docs/_build/*", "docs/operations/*"],
).pytest()
