"""The version of the package, which its metadata takes from here."""

__version__ = "1.0.0rc1"
