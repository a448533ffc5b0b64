"""Which dates, places and names may fill a slot, what is seen of each, and which of them is chosen."""
