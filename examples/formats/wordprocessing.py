"""The body of a WordprocessingML document: paragraphs and tables in the order of the text."""

from __future__ import annotations

from typing import TypeAlias

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    attribute,
    case,
    element,
    field,
    flattened,
    json_value,
    keyed_union,
    lazy,
    otherwise,
    string,
    text,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
XML = "http://www.w3.org/XML/1998/namespace"


class Text(Record):
    """A piece of text. `space` says whether its blanks count."""

    value: str = field("value", string, default="", xml=text)
    space: str | None = field("space", string, default=None, xml=attribute("space", ns=XML))


class Tab(Record):
    """A tabulator."""


class Break(Record):
    """A new line, or a new page."""

    type: str | None = field("type", string, default=None, xml=attribute("type", ns=W))


Piece: TypeAlias = Text | Tab | Break | JsonValue


class Run(Record):
    """Pieces of text of one look."""

    pieces: tuple[Piece, ...] = field(
        "pieces",
        array(
            keyed_union(
                case(element("t", ns=W), Text)
                | case(element("tab", ns=W), Tab)
                | case(element("br", ns=W), Break)
                | otherwise(json_value)
            )
        ),
        default=(),
        xml=flattened,
    )


class Paragraph(Record):
    """Runs, and what stands between them."""

    content: tuple[Run | JsonValue, ...] = field(
        "content",
        array(keyed_union(case(element("r", ns=W), Run) | otherwise(json_value))),
        default=(),
        xml=flattened,
    )


class Cell(Record):
    """A cell of a table, which holds paragraphs and tables again."""

    content: tuple[Block, ...] = field("content", array(lazy(lambda: block)), default=(), xml=flattened)


class Row(Record):
    """A row of a table."""

    cells: tuple[Cell, ...] = field("tc", array(Cell.codec), default=(), xml=flattened)


class Table(Record):
    """The rows of a table."""

    rows: tuple[Row, ...] = field("tr", array(Row.codec), default=(), xml=flattened)


Block: TypeAlias = Paragraph | Table | JsonValue

block: Codec[Block] = keyed_union(
    case(element("p", ns=W), Paragraph) | case(element("tbl", ns=W), Table) | otherwise(json_value)
)


class Body(Record):
    """The blocks of a document, in order."""

    blocks: tuple[Block, ...] = field("blocks", array(block), default=(), xml=flattened)


class Document(Record, root=element("document", ns=W)):
    """The part `word/document.xml` of a file."""

    body: Body = field("body", Body.codec)
