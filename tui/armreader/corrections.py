"""What the user set right."""
