"""The facts of an event in one language at one time, the same for the screen and for paper."""
