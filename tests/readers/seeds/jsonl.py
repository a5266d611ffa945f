"""JSON to begin fuzzing from."""

SEEDS: dict[str, bytes] = {
    "lines.jsonl": b'{"title": "A", "text": "One.\\n\\nTwo.", "authors": ["J", "K"]}\n'
    b'{"title": "B", "text": "Three", "meta": {"date": 1583280000, "page": 2}}\nnot json\n',
    "list.json": b'[{"headline": "A", "body": "<p>One</p>", "date": "2020-03-04T00:00:00Z"}]',
    "answer.json": b'{"results": [{"webTitle": "A", "fields": {"bodyText": "One."}}]}',
}
