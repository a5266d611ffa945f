"""Word documents to begin fuzzing from."""

from tests.readers.made import docx, paragraph

_BODY = (
    paragraph("A bridge in the valley", "Title")
    + paragraph("By Jane Doe")
    + paragraph("The first paragraph of the article has a few words.", run="<w:b/>")
    + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:footnoteReference w:id='1'/></w:r>"
    "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
)

SEEDS: dict[str, bytes] = {
    "plain.docx": docx(_BODY, styles={"Title": "Title"}, core="<dc:title>Bridges</dc:title>"),
    "empty.docx": docx(""),
}
