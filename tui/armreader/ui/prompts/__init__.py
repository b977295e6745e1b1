"""What is typed at the foot of the screen."""
