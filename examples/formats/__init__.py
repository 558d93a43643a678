"""Codecs of formats from everyday work, one a file; see `__main__.py` for the command that tries them."""
