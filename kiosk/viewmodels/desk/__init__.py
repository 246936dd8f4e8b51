"""The view-models of the desk, the window of a press officer."""
