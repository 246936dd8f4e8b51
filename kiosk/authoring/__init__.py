"""Builds signed packs from source folders and manages publishers' keys."""
