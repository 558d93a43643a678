"""Atom (RFC 4287)."""

from __future__ import annotations

from ecr_decode import (
    JsonValue,
    Record,
    array,
    attribute,
    element,
    field,
    flattened,
    json_value,
    others,
    string,
    text,
)

ATOM = "http://www.w3.org/2005/Atom"
XML = "http://www.w3.org/XML/1998/namespace"


class Text(Record):
    """A text and its form: plain text, or HTML in text."""

    value: str | None = field("value", string, default=None, xml=text)
    type: str | None = field("type", string, default=None, xml=attribute)
    language: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))


class Link(Record):
    """A link and what it is for."""

    href: str | None = field("href", string, default=None, xml=attribute)
    rel: str | None = field("rel", string, default=None, xml=attribute)
    type: str | None = field("type", string, default=None, xml=attribute)
    language: str | None = field("hreflang", string, default=None, xml=attribute)
    title: str | None = field("title", string, default=None, xml=attribute)


class Person(Record):
    """An author or contributor."""

    name: str | None = field("name", string, default=None)
    uri: str | None = field("uri", string, default=None)
    email: str | None = field("email", string, default=None)


class Category(Record):
    """A category, and the scheme that it comes from."""

    term: str | None = field("term", string, default=None, xml=attribute)
    scheme: str | None = field("scheme", string, default=None, xml=attribute)
    label: str | None = field("label", string, default=None, xml=attribute)


class Entry(Record):
    """One entry of a feed."""

    id: str | None = field("id", string, default=None)
    title: Text | None = field("title", Text.codec, default=None)
    updated: str | None = field("updated", string, default=None)
    published: str | None = field("published", string, default=None)
    summary: JsonValue | None = field("summary", json_value, default=None)
    content: JsonValue | None = field("content", json_value, default=None)
    authors: tuple[Person, ...] = field("author", array(Person.codec), default=(), xml=flattened)
    links: tuple[Link, ...] = field("link", array(Link.codec), default=(), xml=flattened)
    categories: tuple[Category, ...] = field("category", array(Category.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Feed(Record, root=element("feed", ns=ATOM)):
    """A document of Atom."""

    id: str | None = field("id", string, default=None)
    title: JsonValue | None = field("title", json_value, default=None)
    subtitle: JsonValue | None = field("subtitle", json_value, default=None)
    updated: str | None = field("updated", string, default=None)
    authors: tuple[Person, ...] = field("author", array(Person.codec), default=(), xml=flattened)
    links: tuple[Link, ...] = field("link", array(Link.codec), default=(), xml=flattened)
    entries: tuple[Entry, ...] = field("entry", array(Entry.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)
