"""What a reading session holds: its state, the notebook, reloading."""
