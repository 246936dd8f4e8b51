"""Prepares the pictures, videos and captions of a source for a pack."""
