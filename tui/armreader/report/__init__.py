"""The headless twin of the app: a dossier as text and in exchange formats."""
