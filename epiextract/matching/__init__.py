"""Compiled patterns over the sequence of mentions; the reading of a document, and explanations."""
