"""The staff page with the visit counts."""
