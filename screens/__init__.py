"""Out: state in, screen out. Pure; the words come from content."""
