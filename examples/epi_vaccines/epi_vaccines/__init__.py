"""The epiextract pack zh.vaccines: data only; the entry point in pyproject.toml leads here."""
