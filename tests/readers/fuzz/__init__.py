"""Damaged files must give articles or a ReaderError, soon and in little room.

`make fuzz` tries for as long as FUZZ_SECONDS says; `test_fuzz` tries a little, always the same.
"""
