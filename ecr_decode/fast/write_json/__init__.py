"""Writing JSON quickly: source generated for a description, which checks values as it goes."""
