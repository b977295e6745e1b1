"""From paths to a dossier: the one way, with progress and corrections."""
