"""Telegram in: reads the update, calls a practice, nothing more."""
