"""Numbers as news writes them, exactly or not at all."""
