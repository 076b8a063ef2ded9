"""Updates come in: admitted, written down, and only then confirmed to Telegram."""
