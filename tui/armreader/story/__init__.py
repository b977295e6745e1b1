"""What can be asked of a dossier: pure functions over its records."""
