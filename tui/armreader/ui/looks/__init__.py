"""How things look: themes, marks, dates, head and foot."""
