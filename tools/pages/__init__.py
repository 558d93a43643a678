"""Makes the reference pages of the operations, and the examples on them, from the catalogues."""
