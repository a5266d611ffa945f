"""RTF documents to begin fuzzing from."""

SEEDS: dict[str, bytes] = {
    "plain.rtf": rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}
{\f1\fcharset204 A;}}{\stylesheet{\s0 Normal;}{\s1 heading 1;}}
{\info{\title Bridges}{\author Jane Doe}}
\pard\s1\b A bridge\b0\par
\pard\plain Caf\'e9 \u8220?quoted\u8221? and {\f1\'ef\'f0\'e8}\line second line.\par
{\field{\*\fldinst{HYPERLINK "http://example.org"}}{\fldrslt a link}}{\footnote a note}\par
\trowd one\cell two\cell\row{\pict\bin4 {}{}}\u-10179?\u-8704?\par}""",
    "japanese.rtf": rb"{\rtf1\ansicpg932{\fonttbl{\f0\fcharset128 M;}}\f0 \'93\'fa\'96\'7b\par}",
}
