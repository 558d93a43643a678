"""Reading XML quickly: generated source that makes the values of a description of elements."""
