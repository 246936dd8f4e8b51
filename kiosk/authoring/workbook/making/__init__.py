"""Makes a workbook to fill in, or of a programme."""
