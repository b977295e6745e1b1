"""The quotes pane."""
