"""Stage 3: where the sources meet. Annotations of many articles to the records of one dossier."""
