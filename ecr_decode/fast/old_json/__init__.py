"""The lowering that the compiler replaces."""
