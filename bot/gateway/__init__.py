"""A Bot API server of our own with a web chat in front: for demos, tests and a self-hosted channel.

Knows nothing of the assistant: a bot talks to it as it talks to Telegram, over HTTP.
"""
