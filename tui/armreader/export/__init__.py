"""A dossier and a notebook in the formats of other programs."""
