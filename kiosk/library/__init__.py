"""The verbs of the product: preview a pack, install it, show what there is, go back, say how things stand."""
