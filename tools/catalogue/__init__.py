"""Writes the catalogue of a service, a package of `ecr_decode`'s combinators, from botocore's model of it."""
