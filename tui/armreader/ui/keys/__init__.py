"""Keys and commands: one table, and what each command does."""
