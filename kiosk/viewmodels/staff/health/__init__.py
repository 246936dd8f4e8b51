"""The staff page with the health checks."""
