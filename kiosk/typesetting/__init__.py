"""Sheets of paper: what may be ordered, what stands on them, how they are typeset and proofed."""
