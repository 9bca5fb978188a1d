"""The rules, one module a subject: session, clock and data in, data out; nothing here knows a messenger."""
