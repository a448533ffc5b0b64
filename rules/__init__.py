"""Rule packs, lexicons and reference data of epiextract: data, no logic. Installed as ``epiextract_rules``."""
