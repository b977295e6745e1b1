"""Line-API bases of the panes, and the pure arithmetic of lines that they stand on."""
