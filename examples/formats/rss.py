"""RSS 2.0, with the elements of podcasts and of Atom that feeds carry."""

from __future__ import annotations

from ecr_decode import (
    JsonValue,
    Record,
    array,
    attribute,
    element,
    field,
    flattened,
    integer,
    json_value,
    lazy,
    others,
    string,
    text,
)

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"


class Category(Record):
    """A category, and the list that it comes from."""

    name: str = field("name", string, xml=text)
    domain: str | None = field("domain", string, default=None, xml=attribute)


class Guid(Record):
    """The unique name of an item."""

    value: str = field("value", string, xml=text)
    is_permalink: str | None = field("isPermaLink", string, default=None, xml=attribute)


class Enclosure(Record):
    """A file of an item. Some feeds leave its length empty, so it is text."""

    url: str = field("url", string, xml=attribute)
    length: str | None = field("length", string, default=None, xml=attribute)
    type: str | None = field("type", string, default=None, xml=attribute)


class AtomLink(Record):
    """A link in the form of Atom, most often to the feed itself."""

    href: str = field("href", string, xml=attribute)
    rel: str | None = field("rel", string, default=None, xml=attribute)
    type: str | None = field("type", string, default=None, xml=attribute)


class Picture(Record):
    """The picture of a podcast."""

    href: str = field("href", string, xml=attribute)


class Topic(Record):
    """A topic of a podcast, with its narrower topics."""

    name: str = field("text", string, xml=attribute)
    narrower: tuple[Topic, ...] = field(
        "category", array(lazy(lambda: Topic.codec)), default=(), xml=flattened
    )


class Owner(Record):
    """The owner of a podcast."""

    name: str | None = field("name", string, default=None)
    email: str | None = field("email", string, default=None)


class Image(Record):
    """The picture of a channel."""

    url: str = field("url", string)
    title: str | None = field("title", string, default=None)
    link: str | None = field("link", string, default=None)
    width: int | None = field("width", integer, default=None)
    height: int | None = field("height", integer, default=None)


class Item(Record):
    """One entry of a channel."""

    title: str | None = field("title", string, default=None)
    link: str | None = field("link", string, default=None)
    description: str | None = field("description", string, default=None)
    author: str | None = field("author", string, default=None)
    categories: tuple[Category, ...] = field("category", array(Category.codec), default=(), xml=flattened)
    comments: str | None = field("comments", string, default=None)
    enclosures: tuple[Enclosure, ...] = field("enclosure", array(Enclosure.codec), default=(), xml=flattened)
    guid: Guid | None = field("guid", Guid.codec, default=None)
    published: str | None = field("pubDate", string, default=None)
    content: str | None = field("encoded", string, default=None, xml=element("encoded", ns=CONTENT))
    episode_title: str | None = field("itunes_title", string, default=None, xml=element("title", ns=ITUNES))
    duration: str | None = field("itunes_duration", string, default=None, xml=element("duration", ns=ITUNES))
    explicit: str | None = field("itunes_explicit", string, default=None, xml=element("explicit", ns=ITUNES))
    picture: Picture | None = field(
        "itunes_image", Picture.codec, default=None, xml=element("image", ns=ITUNES)
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Channel(Record):
    """A feed and its items."""

    title: str | None = field("title", string, default=None)
    link: str | None = field("link", string, default=None)
    description: str | None = field("description", string, default=None)
    language: str | None = field("language", string, default=None)
    image: Image | None = field("image", Image.codec, default=None)
    self_links: tuple[AtomLink, ...] = field(
        "atom_link", array(AtomLink.codec), default=(), xml=flattened("link", ns=ATOM)
    )
    author: str | None = field("itunes_author", string, default=None, xml=element("author", ns=ITUNES))
    owner: Owner | None = field("itunes_owner", Owner.codec, default=None, xml=element("owner", ns=ITUNES))
    topics: tuple[Topic, ...] = field(
        "itunes_category", array(Topic.codec), default=(), xml=flattened("category", ns=ITUNES)
    )
    items: tuple[Item, ...] = field("item", array(Item.codec), default=(), xml=flattened)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Rss(Record, root="rss"):
    """A document of RSS 2.0."""

    version: str | None = field("version", string, default=None, xml=attribute)
    channel: Channel = field("channel", Channel.codec)
