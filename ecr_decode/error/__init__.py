"""Errors as data: problems and paths, their text, and the notebook of a run."""
