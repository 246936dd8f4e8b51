"""Prints a finished PDF and reports progress and failures; runs in a child process."""
