"""The description: node kinds, what stands beside them, and what is known about them without running them."""
