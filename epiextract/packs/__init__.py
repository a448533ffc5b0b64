"""Rule packs: the schema, the loader with line numbers, the pattern language, lint and discovery."""
