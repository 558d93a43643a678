"""Which case of a union writes a value, and whether reading would choose it again."""
