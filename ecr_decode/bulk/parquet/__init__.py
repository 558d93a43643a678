"""Parquet: the columns of what a codec writes, and sheets of them."""
