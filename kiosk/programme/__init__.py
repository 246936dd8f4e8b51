"""The programme on show: its catalogue, calendar months, filters and search."""
