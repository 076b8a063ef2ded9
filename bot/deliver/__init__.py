"""From the outbox to Telegram: rendered from what is true, in order, until Telegram took it."""
