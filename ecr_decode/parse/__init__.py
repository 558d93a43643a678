"""Parsing: the text of a document to its tree, or why there is none."""
