"""Contact files: `tables` is what each comes down to, `formats` reads and writes any of them by its name."""
