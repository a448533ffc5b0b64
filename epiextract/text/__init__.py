"""Documents as they come, and the view in which they are read: healed, cut into sentences, every offset kept."""

from __future__ import annotations

from epiextract.text.document import Document, FailedDocument

__all__ = ["Document", "FailedDocument"]
