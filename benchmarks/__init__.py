"""Measures of time and memory: what is measured, against whom, and how it is told."""
