"""A finished PDF goes to a printer, and what becomes of it is said in words; runs in a process of its own."""
