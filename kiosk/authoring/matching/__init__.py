"""Gives the files of a folder to the events of a source, by their names."""
