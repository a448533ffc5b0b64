"""Rule packs: the schema, the loader with line numbers, the pattern language, checks and discovery."""
