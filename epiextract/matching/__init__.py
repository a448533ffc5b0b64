"""Compiled patterns over the sequence of mentions, and what is carried from clause to clause."""
