"""Where a figure holds: what is sure, then what the ranker makes of a list as a whole."""
