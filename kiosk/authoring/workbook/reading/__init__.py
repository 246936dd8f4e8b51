"""Reads workbooks and CSV files as the tables of a source."""
