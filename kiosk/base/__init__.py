"""What every layer may use: the records of a programme, errors, limits, paths, settings, clocks, files."""
