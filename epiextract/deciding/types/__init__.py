"""What a figure is: its type and its measure, from the votes of the rules and the words around it."""
