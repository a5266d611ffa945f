"""Exports of Zotero to begin fuzzing from."""

SEEDS: dict[str, bytes] = {
    "a.txt": b"The bridge was never built.\n\nNobody asked.",  # the file that the records name
    "export.ris": b"TY  - NEWS\nTI  - A bridge\nAU  - Doe, Jane\nDA  - 2020/03/04/\nT2  - Daily\n"
    b"L1  - a.txt\nER  - \n\nTY  - NEWS\nTI  - B\nL1  - files/2/none.pdf\nER  - \n",
    "export.csv": b'"Key","Item Type","Author","Title","Date","File Attachments"\n'
    b'"ABCD","newspaperArticle","Doe, Jane","A bridge","2020-03-04","/x/Zotero/a.txt"\n',
}
