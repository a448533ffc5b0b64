"""Time expressions: their pieces, what they say, and which days or moments that means."""
