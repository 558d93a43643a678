"""Other libraries at the edges of this one: each module needs the extra that it is named for."""
