"""The views over the panes."""
