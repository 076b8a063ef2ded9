"""A local Bot API server and a page with two phones."""
