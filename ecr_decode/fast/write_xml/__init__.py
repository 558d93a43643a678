"""The fast path of writing XML: elements as text, from compiled checks; see `run`."""
