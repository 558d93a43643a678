"""How much Hypothesis tries: little on each run, and in continuous integration the same on every run."""

import gc
import os

from hypothesis import HealthCheck, settings

# How long generating takes says more about what else the machine does than about a strategy.
settings.register_profile("dev", max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True)
settings.register_profile("brief", settings.get_profile("ci"), max_examples=5)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_collection_finish() -> None:
    """Leave the tests themselves out of every later collection of garbage, which takes longer with them."""
    gc.collect()
    gc.freeze()
