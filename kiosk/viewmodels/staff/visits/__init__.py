"""The staff page with the counts of visits."""
