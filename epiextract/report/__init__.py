"""To look at: tables, the highlighted text, and the self-contained HTML page."""
