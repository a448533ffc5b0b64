"""Doors into other systems."""
