"""A publisher's keys folder: creates it, reports its state, rotates its keys."""
