"""The conventions of AWS for XML and for query strings."""

from __future__ import annotations

from ..node.style import QueryStyle, XmlStyle, numbered

xml: XmlStyle = XmlStyle(
    item="member", entry="entry", key="key", value="value", wrapped_results=True, namespaces=False
)
"""XML as AWS spells it: lists of `member`, maps of `entry`, results in `XResult`, any namespaces."""

query: QueryStyle = numbered
"""The AWS Query form: `Tags.member.1.Key`, `Counts.entry.1.key`."""

ec2_query: QueryStyle = QueryStyle(item=None, entry=None, capitalised=True, empty_lists=False)
"""The EC2 form: `Tag.1.Key`, names capitalised, empty lists left out."""
