"""When a figure holds: what opens a sentence or a bulletin, then what the ranker makes of figures in a row."""
