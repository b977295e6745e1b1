"""The panes of the reading screen; none knows another."""
