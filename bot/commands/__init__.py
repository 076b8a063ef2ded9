"""One module a command: `main(args, settings)` returns the exit code or raises StartRefused."""
