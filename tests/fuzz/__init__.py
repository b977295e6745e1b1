"""The campaign against hostile dossiers: ``make fuzz SEED= COUNT=``; a small part is a test."""
