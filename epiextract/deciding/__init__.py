"""Small linear models that decide where rules leave a choice: a figure's type, and which candidate fills a slot."""
