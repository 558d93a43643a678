"""Mistakes in handling errors, hints and styles, each refused by both type checkers."""

from __future__ import annotations

from typing import assert_never

from ecr_decode import (
    Alternative,
    BadTag,
    BadValue,
    ConstraintError,
    DecodeError,
    EncodeError,
    IntoText,
    Malformed,
    Missing,
    NoAlternative,
    NotJson,
    Problem,
    QueryStyle,
    Raised,
    TooDeep,
    Unknown,
    Why,
    WrongKind,
    XmlStyle,
    attribute,
    element,
    field,
    flattened,
    integer,
    numbered,
    plain,
    render,
    report,
    string,
    text,
)

problem = Problem(("a", 0), Missing())
error = DecodeError((problem,))

# errors are frozen

problem.path = ()  # refused: frozen
error.more = 1  # refused: frozen
error.problems = ()  # refused: frozen
EncodeError((problem,)).more = 1  # refused: frozen
ConstraintError((problem,)).more = 1  # refused: frozen
WrongKind("a", "b").got = "c"  # refused: frozen
plain.item = "member"  # refused: frozen
numbered.item = "member"  # refused: frozen

# and made of one another

Problem("a", Missing())  # refused: a path is a tuple of steps
Problem((1.5,), Missing())  # refused: a step is a name, an index or a step into a text
Problem((IntoText(),), "missing")  # refused: words are no Why
DecodeError(problem)  # refused: a tuple of problems
BadTag(("a", 1.5))  # refused: tags are texts, integers or booleans
NoAlternative((problem,))  # refused: alternatives, not problems
Alternative("a", (Missing(),))  # refused: problems, not whys
Malformed("a", "1")  # refused: a line is a number
TooDeep("200")  # refused: a limit is a number
NotJson("a page", "500")  # refused: a status is a number
Raised(ValueError())  # refused: the name of the exception only
one: EncodeError = string.decode_json(b"").failure()  # refused: reading fails with a DecodeError
other: DecodeError = string.encode_json("").failure()  # refused: writing fails with an EncodeError
made: DecodeError = string.check("").failure()  # refused: checking fails with a ConstraintError


def raised() -> None:
    raise error  # refused: a value, not an exception


def forgotten(why: Why) -> str:
    match why:
        case WrongKind() | Missing() | Unknown() | BadTag() | NoAlternative() | BadValue() | Malformed():
            return "the document"
        case TooDeep() | NotJson() | Raised():
            return "something else"
        case _:
            assert_never(why)  # refused: Null forgotten


# what takes errors, hints and styles

render(problem)  # refused: an error, not one of its problems
render(error, source=5)  # refused: a source is bytes or text
report("wrong")  # refused: words are no error
element()  # refused: an element has a name
element("a", ns=5)  # refused: a namespace is text
attribute(5)  # refused: a name is text
attribute("a", namespace="b")  # refused: a misspelled option
flattened("a", key=5)  # refused: a name is text
element("a", entry=5)  # refused: a name is text
integer.root(5)  # refused: a name or an element
integer.encode_xml(1, root=attribute)  # refused: a root is no attribute
field("a", string, xml=text, default=None, xlm=text)  # refused: a misspelled option
XmlStyle("member")  # refused: what is meant must be said
XmlStyle(itm="member")  # refused: a misspelled option
QueryStyle(capitalised="yes")  # refused: a boolean
integer.decode_xml(b"<a>1</a>", style=numbered)  # refused: a style of query strings
integer.encode_query(1, style=plain)  # refused: a style of XML
