"""Mends what programs leave in texts that people paste, and names what cannot be mended."""
