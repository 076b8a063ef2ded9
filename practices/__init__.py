"""The rules of each practice. No Telegram, no SQL, no clock of its own."""
