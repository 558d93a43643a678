"""Reading JSON quickly: descriptions lowered to types that msgspec fills, and functions over the values."""
