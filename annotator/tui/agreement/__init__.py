"""The screens about agreement: what is read and computed for them, and what they show, in lines.

Nothing here knows a widget; `tui.screens.agreement*` press the keys. What draws needs the reports,
and they need numpy, so the screens import it only once something was computed.
"""
