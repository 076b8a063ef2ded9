"""The bot seen from outside: one small HTTP server for health, figures and Telegram's deliveries."""
