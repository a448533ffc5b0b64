"""Running the examples and rejects of packs: by the pytest plugin, by the command line, by one's own code."""
