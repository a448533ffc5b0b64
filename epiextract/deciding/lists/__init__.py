"""What figures in a row have to do with each other: what they share, what is carried on, what is dealt out."""
