"""The staff page with the monthly report."""
