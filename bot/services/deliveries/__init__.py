"""The delivery engine: what the assistant sends on its own initiative, from its cause to its outcome.

`queue` writes rows, `claiming` takes those that are due, `triage` and `outcomes` decide, `recording` notes what became
of them, `batches` stops and counts. No function here commits or talks to anybody but the database.
"""
