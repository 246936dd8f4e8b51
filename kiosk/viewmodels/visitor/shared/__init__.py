"""Lists of events that several pages show: rows, filters, loading in steps."""
