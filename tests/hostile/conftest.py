"""What would break a compiled path must meet it, so here too every verb is compiled at its first use."""

from tests.fast.conftest import compile_at_once

__all__ = ["compile_at_once"]
