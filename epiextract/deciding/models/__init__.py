"""Linear models over parts: their file, their tables, and what they say of a figure or a candidate."""
