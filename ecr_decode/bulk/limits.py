"""Limits of what is read in bulk."""

from __future__ import annotations

MOST_LINE = 2**24
"""How many bytes a line may have, unless the caller says otherwise: 16 MiB."""

MOST_DOCUMENT = 2**28
"""How many bytes a document of records may have, unpacked, unless the caller says otherwise: 256 MiB."""

BUFFER = 2**17
"""How many bytes of a source are read at once."""

PART = 2**25
"""How many bytes of a file are made one file, unless the caller says otherwise: 32 MiB."""

COUNTED_PART = 2**23
"""How many bytes of a file a process counts at a time, unless the caller says otherwise: 8 MiB."""
