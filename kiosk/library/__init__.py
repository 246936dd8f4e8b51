"""The verbs of the product: install a pack, show what is installed, go back, say how things stand."""
