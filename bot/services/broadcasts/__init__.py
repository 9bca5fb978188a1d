"""Broadcasts, from the draft to the report; knows nothing of Telegram, and of the delivery engine only `outbox`.

`drafts` and `audience` put one together, `confirmation` freezes it and hands it over, `running` and `progress` steer
it, `receipts` and `report` say what became of it, `contents` is what a receiver gets.
"""
