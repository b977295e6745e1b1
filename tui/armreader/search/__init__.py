"""Search: a dossier and a query to ranked hits."""
