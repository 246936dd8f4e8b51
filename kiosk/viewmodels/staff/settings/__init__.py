"""The staff page with the settings staff may choose."""
