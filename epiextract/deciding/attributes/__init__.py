"""How a figure is meant: value and unit, total or increase, done or planned, per what, of which disease, imported."""
