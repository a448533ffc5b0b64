from pathlib import Path


def builtin_rules_path():
    return Path(__file__).parent.parent / "rules"
