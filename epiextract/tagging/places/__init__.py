"""Places: those of the tables, those below or beyond them, and the words that point back at one."""
