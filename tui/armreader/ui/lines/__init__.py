"""The Line-API bases of the panes."""
