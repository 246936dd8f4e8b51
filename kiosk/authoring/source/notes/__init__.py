"""Notes on a source: what a pack may have, but its author hardly meant."""
