"""The command line: commands, the options they share, and how they report progress."""
