"""Run the first example of README.md with an interpreter that has the package and its dependencies only.

`python -I tools/readme.py` runs the Python blocks up to the first one that shows results, and compares these.
"""

import doctest
import re
import sys
from pathlib import Path
from typing import Any

README = Path(__file__).resolve().parents[1] / "README.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def main() -> int:
    """Run the example and tell how many of its results differ."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in BLOCK.findall(README.read_text("utf-8")):
        if block.startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(block, names, "README", str(README), 0)
            failed, tried = doctest.DocTestRunner().run(test)
            print(f"the first example of README.md: {tried - failed} of {tried} steps")
            return failed
        exec(block, names)
    print("README.md shows no results")
    return 1


if __name__ == "__main__":
    sys.exit(main())
