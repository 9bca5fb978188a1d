"""Care of the gettext catalogs: extract, merge, check, count and compile.

Needs Babel only and nothing of the rest of the assistant. Every function takes the checkout as `root`.
"""
