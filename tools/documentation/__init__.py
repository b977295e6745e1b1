"""What in the documentation is made from the program: tables, examples and pictures."""
