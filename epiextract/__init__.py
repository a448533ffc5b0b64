"""Typed, dated, grounded figures out of epidemic and disaster news."""
