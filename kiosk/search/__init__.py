"""Reads search queries: folding, transliteration, keyboard layouts, endings, typing errors."""
