"""What armreader keeps for this user: folders, settings, corrections, the place."""
