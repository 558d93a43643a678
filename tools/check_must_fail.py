"""See that both type checkers refuse each line that is wrong on purpose, and no other.

The files are `tests/types/must_fail*.py`. A line that ends in a comment `# refused` or `# refused: why` must
be an error in mypy and in pyright, both strict. A statement of several lines counts as one.
"""

import ast
import io
import json
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
MYPY_ERROR = re.compile(r"(?P<file>.+?):(?P<line>\d+): error: ")

Place: TypeAlias = tuple[Path, int]


def mypy_errors(files: Sequence[Path]) -> Iterator[Place]:
    """Give the lines that mypy refuses."""
    command = [sys.executable, "-m", "mypy", "--no-pretty", "--no-error-summary", "--no-color-output"]
    for line in output([*command, "--show-absolute-path", *map(str, files)]).splitlines():
        if found := MYPY_ERROR.match(line):
            yield Path(found["file"]), int(found["line"])


def pyright_errors() -> Iterator[Place]:
    """Give the lines that pyright refuses, by a configuration that does not exclude these files."""
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson"]
    for diagnostic in json.loads(output([*command, "-p", "tools/must_fail.json"]))["generalDiagnostics"]:
        if diagnostic["severity"] == "error":
            yield Path(diagnostic["file"]), diagnostic["range"]["start"]["line"] + 1


def output(command: Sequence[str]) -> str:
    """Run a checker, which ends with 1 when it finds errors; anything else is a failure of its own."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def marked(file: Path) -> Iterator[Place]:
    """Give the lines of a file that are marked as refused."""
    for token in tokenize.generate_tokens(io.StringIO(file.read_text("utf-8")).readline):
        if token.type == tokenize.COMMENT and re.match(r"#\s*refused\b", token.string):
            yield file, token.start[0]


def statements(places: Iterable[Place]) -> set[Place]:
    """Replace each line by the first line of the innermost statement that it belongs to."""
    return {(file, first_line(file, line)) for file, line in places}


def first_line(file: Path, line: int) -> int:
    """Find where the innermost statement around a line begins."""
    tree = ast.parse(file.read_text("utf-8"))
    spans = ((node.lineno, node.end_lineno or 0) for node in ast.walk(tree) if isinstance(node, ast.stmt))
    return max((start for start, end in spans if start <= line <= end), default=line)


def main() -> int:
    """Compare what is marked with what each checker refuses, and print each difference."""
    files = sorted((ROOT / "tests" / "types").glob("must_fail*.py"))
    wanted = statements(place for file in files for place in marked(file))
    if not wanted:
        print("no line of tests/types/must_fail*.py is marked as refused")
        return 1
    differences: list[str] = []
    for checker, errors in (("mypy", mypy_errors(files)), ("pyright", pyright_errors())):
        found = statements(place for place in errors if place[0] in files)
        for verdict, places in (("accepts", wanted - found), ("refuses, unmarked,", found - wanted)):
            names = sorted((file.relative_to(ROOT), line) for file, line in places)
            differences += [f"{file}:{line}: {checker} {verdict} this line" for file, line in names]
    print("\n".join(differences) or f"both checkers refuse the {len(wanted)} marked statements only")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
