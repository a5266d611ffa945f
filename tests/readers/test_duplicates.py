"""Near duplicates: texts with known rates of change, measured on a corpus that is made for it."""

import random

import pytest

from annotator.model.article import Article, Kind, Paragraph
from annotator.readers.duplicates import (
    ALIKE,
    Duplicate,
    Fingerprint,
    containment,
    duplicates,
    fingerprint,
    likenesses,
)
from annotator.readers.shingles import WORDS, shingles
from annotator.readers.sketches import from_text, sketch, to_text

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Writer:
    """Writes texts in which frequent words are frequent."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.words = [
            "".join(self.random.choices(LETTERS, k=self.random.randint(2, 10)))
            for _ in range(5_000)
        ]
        self.weights = [1 / (rank + 3) for rank in range(len(self.words))]

    def text(self, length: int) -> list[str]:
        return self.random.choices(self.words, self.weights, k=length)

    def changed(self, words: list[str], rate: float) -> list[str]:
        return [
            self.random.choice(self.words) if self.random.random() < rate else word
            for word in words
        ]


@pytest.fixture
def writer() -> Writer:
    return Writer(20_261_121)


def article(name: str, *paragraphs: str, kinds: tuple[Kind, ...] = ()) -> Article:
    text = "\n\n".join(paragraphs)
    cuts, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        kind = kinds[number - 1] if kinds else Kind.BODY
        cuts.append(Paragraph(number, at, at + len(paragraph), kind))
        at += len(paragraph) + 2
    return Article(f"id-{name}", name, text, tuple(cuts))


def alike(one: str, other: str) -> float:
    return containment(shingles(one), shingles(other))


def test_case_punctuation_and_white_space_play_no_part() -> None:
    one = "The talks failed. “Nobody knew why,” she said; they left – early."
    other = "the talks failed 'Nobody knew why', SHE said:\n\nthey left\xa0early"
    assert alike(one, other) == 1


def test_a_shingle_is_the_same_wherever_it_stands() -> None:
    inner = "seven words stand in the very middle"
    assert alike(inner, f"Ünïcode 😀 first. {inner} and {'then ' * 500} some more") == 1
    assert alike(inner, inner.replace("very", "vary")) == 0.5  # 2 of 4


@pytest.mark.parametrize("text", ["", " \n", "…!?", "\u200b"])
def test_texts_without_words_are_like_nothing(text: str) -> None:
    assert shingles(text).size == 0
    assert alike(text, "some words") == 0
    assert likenesses([shingles(text), shingles(text)]) == []


def test_scripts_without_spaces() -> None:
    one = "首脳会談は合意なしに終わり、両首脳は予定より早く会場を後にした。"
    assert shingles(one).size > 20
    assert alike(one, one.replace("、", " ")) == 1
    assert alike(one, "天気予報によると、明日は全国的に晴れるでしょう。") == 0


@pytest.mark.parametrize("rate", [0, 0.01, 0.05, 0.1])
def test_similarity_falls_as_the_rate_of_change_says(writer: Writer, rate: float) -> None:
    words = writer.text(2_000)
    expected = (1 - rate) ** WORDS
    assert alike(" ".join(words), " ".join(writer.changed(words, rate))) == pytest.approx(
        expected, abs=0.05
    )


def test_an_extract_is_found_in_the_longer(writer: Writer) -> None:
    words = writer.text(3_000)
    texts = [" ".join(words), " ".join(words[1_200:1_350])]
    [found] = likenesses([shingles(text) for text in texts])
    assert found == (1, 0, 1.0)


def test_so_few_words_are_often_the_same() -> None:
    texts = [shingles("Letters to the editor of today")] * 2
    assert likenesses(texts) == []


def test_a_notice_in_every_article_makes_none_alike(writer: Writer) -> None:
    notice = writer.text(60)
    texts = [shingles(" ".join(writer.text(300) + notice)) for _ in range(200)]
    assert likenesses(texts) == []


def test_each_of_many_copies_is_like_the_first(writer: Writer) -> None:
    story = writer.text(400)
    texts = [shingles(" ".join(writer.changed(story, 0.02))) for _ in range(120)]
    found = likenesses(texts)
    assert [one.later for one in found] == list(range(1, 120))
    assert all(one.earlier < one.later for one in found)


def test_precision_and_recall(writer: Writer) -> None:
    texts, same_as = corpus(writer, 1_500)
    found = {one.later: one for one in likenesses([shingles(" ".join(text)) for text in texts])}
    assert len(same_as) > 150
    right = [index for index in found if index in same_as]
    assert len(right) / len(found) == 1  # precision
    assert len(right) / len(same_as) > 0.99  # recall
    assert all(one.similarity >= ALIKE for one in found.values())


def corpus(writer: Writer, size: int) -> tuple[list[list[str]], dict[int, int]]:
    """Texts of which some are changed versions or thirds of earlier ones, and of which."""
    texts: list[list[str]] = []
    same_as: dict[int, int] = {}
    for index in range(size):
        draw = writer.random.random()
        if index < 20 or draw > 0.15:
            texts.append(writer.text(writer.random.randint(150, 600)))
            continue
        earlier = writer.random.randrange(index)
        same_as[index] = earlier
        text = texts[earlier]
        if draw < 0.1:
            texts.append(writer.changed(text, writer.random.choice([0, 0.02, 0.05, 0.1])))
        else:
            start = writer.random.randrange(len(text) * 2 // 3)
            texts.append(text[start : start + max(len(text) // 3, 30)])
    return texts, same_as


def test_articles_of_this_batch_and_of_the_study(writer: Writer) -> None:
    old, new = " ".join(writer.text(200)), " ".join(writer.text(200))
    stored = [article("stored", old)]
    added = [
        article("update", old + " Updated."), article("new", new), article("copy", "Other", new)
    ]  # fmt: skip
    found = duplicates(map(fingerprint, stored), map(fingerprint, added))
    assert found == [
        Duplicate("id-update", "id-stored", "stored", True, 1.0),
        Duplicate("id-copy", "id-new", "new", False, pytest.approx(1, abs=0.02)),
    ]


def test_what_the_study_has_twice_is_not_told_again(writer: Writer) -> None:
    text = " ".join(writer.text(200))
    stored = [article("a", text), article("b", text + " more")]
    assert duplicates(map(fingerprint, stored), []) == []
    assert duplicates(map(fingerprint, stored), map(fingerprint, stored)) == []


def test_boilerplate_plays_no_part(writer: Writer) -> None:
    notice = " ".join(writer.text(300))
    kinds = (Kind.BODY, Kind.BOILERPLATE)
    added = [
        article(name, " ".join(writer.text(50)), notice, kinds=kinds) for name in ("one", "two")
    ]
    assert duplicates([], map(fingerprint, added)) == []


def test_sketches_of_the_study_find_what_whole_texts_find(writer: Writer) -> None:
    texts = [writer.text(writer.random.choice((40, 200, 900))) for _ in range(150)]
    stored = [fingerprint(article(f"s{n}", " ".join(text))) for n, text in enumerate(texts)]
    added = [
        fingerprint(article(f"a{n}", " ".join(writer.changed(text, 0.05))))
        for n, text in enumerate(texts)
    ]
    by_id = {one.id: one for one in stored}
    sketches = [Fingerprint(one.id, "", sketch(one.shingles)) for one in stored]
    assert sum(one.shingles.size for one in sketches) < 0.4 * sum(o.shingles.size for o in stored)
    assert duplicates(sketches, added, by_id.__getitem__) == duplicates(stored, added)


def test_a_sketch_is_read_as_it_was_written(writer: Writer) -> None:
    whole = shingles(" ".join(writer.text(500)))
    kept = from_text(to_text(sketch(whole)))
    assert kept is not None
    assert kept.tolist() == whole[: kept.size].tolist()
    assert all(from_text(damaged) is None for damaged in ("-", "AAA", "AAAAAQ=", "AQAAAAAAAAA="))
