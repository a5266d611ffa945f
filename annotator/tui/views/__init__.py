"""What the coding screen shows, as pure functions from values to lines of styled text.

No widget, no terminal: every line can be tested, and a key press redraws only lines that differ.
"""
