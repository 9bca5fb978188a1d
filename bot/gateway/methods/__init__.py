"""Bot API methods, one module a subject: each function turns validated parameters into a Bot API object."""
