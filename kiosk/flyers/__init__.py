"""Flyers about the shown programme: decides what stands on them, logs them and finds outdated ones."""
