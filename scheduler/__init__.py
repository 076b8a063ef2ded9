"""Durable timers: what is due when, and waking up for it. Knows no practice by name."""
