"""Unions: told apart by a tag, by the JSON kind, or by trying; written by the class of the value."""
