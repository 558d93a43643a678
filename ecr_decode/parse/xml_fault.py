"""Why a text is not XML, in words that do not depend on the version of its parser."""

from __future__ import annotations

_WORDS = {
    2: "expected markup",
    3: "expected an element or an end tag, got the end of the text",
    4: "expected well-formed markup",
    5: "expected the end of a tag, got the end of the text",
    6: "expected a whole character, got the end of the text",
    7: "expected the end tag of the open element, got another",
    8: "expected each attribute once, got one twice",
    9: "expected the end of the text after the root element",
    11: "expected an entity of XML, got another",
    14: "expected a reference to a character of XML",
    17: "expected the XML declaration at the start of the text",
    18: "expected the encoding UTF-8",
    19: "expected the encoding UTF-8",
    20: "expected the end of a CDATA section, got the end of the text",
    27: "expected a prefix with a namespace, got an undeclared one",
    28: "expected a namespace for a prefix, got none",
    30: "expected a well-formed XML declaration",
    38: "expected the prefix xml for its own namespace",
    39: "expected a declaration of another prefix than xmlns",
    40: "expected a prefix for another namespace than that of xml or xmlns",
}
"""By the codes of expat, which keep their meaning from version to version."""


def words_of(code: int) -> str:
    """What expat's code of an error says."""
    return _WORDS.get(code, "expected well-formed XML")
