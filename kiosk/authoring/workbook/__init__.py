"""A programme as a workbook: its sheets and columns, read tolerantly and made with lists to choose from."""
