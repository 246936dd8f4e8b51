"""The sentences of the interface in Kazakh, Russian and English."""
