"""Organisations, facilities and persons: a small grammar of names on top of the scan for terms."""
