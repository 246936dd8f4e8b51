"""The staff page on which flyers are made, printed and found outdated."""
