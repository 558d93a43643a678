"""Compares the catalogues of all services of botocore's json and query protocols with botocore itself."""
