"""The one list of actions: the screen has each, no key means two, the page is current."""

from collections import Counter
from pathlib import Path

import pytest

from annotator.tui.app import Annotator
from annotator.tui.commands import (
    APP,
    CODING,
    COMMANDS,
    ENTRY,
    SCREEN,
    commands_at,
    keys_page,
    shown_key,
)
from annotator.tui.screens.coding import CodingScreen

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_page_about_keys_is_current():
    assert PAGE.read_text("utf-8") == keys_page(), "python -m annotator.tui.commands > docs/keys.md"


def test_no_key_means_two_things_in_one_place():
    keys = Counter(key for command in (*ENTRY, *SCREEN, *APP) for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_letters_and_digits_belong_to_the_codebook():
    assert not [key for c in COMMANDS for key in c.keys if len(key) == 1 and key.isalnum()]


@pytest.mark.parametrize("command", [c.name for c in SCREEN])
def test_the_screen_has_every_action(command):
    assert callable(getattr(CodingScreen, f"action_{command}"))


@pytest.mark.parametrize("command", [c.name for c in APP])
def test_the_app_has_every_action(command):
    assert callable(getattr(Annotator, f"action_{command}"))


def test_every_command_says_what_it_does_in_a_sentence():
    for command in COMMANDS:
        assert command.label
        assert command.description.endswith(".")


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("ctrl+pagedown", "Ctrl+PgDn"),
        ("full_stop", "."),
        ("f1", "F1"),
        ("c", "c"),
        ("ctrl+q", "Ctrl+Q"),
        ("shift+tab", "Shift+Tab"),
    ],
)
def test_keys_are_shown_as_people_read_them(key, shown):
    assert shown_key(key) == shown


def test_commands_of_the_coding_screen():
    assert {"finish", "undo", "help"} <= {command.name for command in commands_at(CODING)}
