"""Measures first visits of pages, the memory that visits leave behind, and the return after a crash."""
