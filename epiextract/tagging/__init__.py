"""From text to mentions: one lexicon scan for all packs, places, names, goods and diseases linked to what they are."""
