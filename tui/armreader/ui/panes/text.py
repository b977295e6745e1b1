"""The text pane."""
