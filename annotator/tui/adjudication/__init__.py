"""Settling disagreements, as pure functions and a session; the screen draws what they say."""
