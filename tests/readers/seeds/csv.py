"""Tables to begin fuzzing from."""

SEEDS: dict[str, bytes] = {
    "plain.csv": b"\xef\xbb\xbfid,title,date,newspaper,text\r\n"
    b'1,"A ""bridge""",2020-03-04,Daily,"One.\r\n\r\nTwo."\r\n'
    b"2,B,3/4/2020,Daily,Three\r\n3,C,,,\r\n",
    "german.csv": "sep=;\nTitel;Datum;Volltext\nBrücke;4.3.2020;Satz.\nB;;x;y\n".encode("cp1252"),
    "tabs.tsv": b"headline\tbody\tsource\nA\t<p>One</p><p>Two</p>\tDaily\n",
    "addresses.csv": b"id,title,url,publish_date,media_name\n1,A,http://a.example,,Daily\n",
}
