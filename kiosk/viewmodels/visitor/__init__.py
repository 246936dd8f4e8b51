"""The view-models of the pages a visitor sees."""
