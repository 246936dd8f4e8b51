"""The staff page that makes and prints flyers and lists outdated ones."""
