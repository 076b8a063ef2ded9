"""Words and data, loaded once and checked at load."""
