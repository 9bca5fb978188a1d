"""Tests of the gateway: a Bot API that refuses what Telegram refuses."""
