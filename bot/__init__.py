"""The composition root: settings, command line, receive, work, deliver."""
