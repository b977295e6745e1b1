"""Small files of every format that holds articles, written by the tests themselves."""
