"""What figures are and what fills their slots in the light of the whole document, as a network reads it."""
