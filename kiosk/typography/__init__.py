"""Typography: how a text of one language is set, so that lines break where a reader expects it."""
