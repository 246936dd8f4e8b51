"""How people write values: dates, hours, links, prices, repetitions, in three languages."""
