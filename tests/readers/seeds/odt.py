"""OpenDocument texts to begin fuzzing from."""

from tests.readers.made import odt

SEEDS: dict[str, bytes] = {
    "plain.odt": odt(
        '<text:h text:outline-level="1">A bridge</text:h><text:p text:style-name="P1">One<text:s '
        'text:c="2"/>two<text:tab/>three<text:line-break/>four</text:p><text:p>With a note'
        "<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>.</text:p>",
        styles='<style:style style:name="P1" style:parent-style-name="Standard"/>',
        meta="<dc:title>Bridges</dc:title><meta:initial-creator>Jane</meta:initial-creator>",
    )
}
