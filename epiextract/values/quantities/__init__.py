"""Numbers with what they count: unit or head noun, range, the words that bound them, and what is no figure at all."""
