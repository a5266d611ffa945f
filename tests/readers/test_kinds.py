"""Rules on kinds beyond the layouts: what must stay body, what is a pull-quote, what is said."""

import pytest

from annotator.model.article import Kind
from annotator.readers.kinds import propose
from annotator.readers.kinds.phrases import author_of
from annotator.readers.kinds.shape import Proposal
from annotator.readers.paragraphs import cut
from tests.effort import lines_run

LONG = (
    "The visitors came with a plan for the evening and none for the morning. Their hosts had a "
    "plan for both, and it is no surprise that the morning belonged to them. What remains is a "
    "list of demands on each side that is now, for the first time, written down for good."
)
OTHER = (
    "It would be wrong to call that a failure of nerve. A government that refuses to sign what it "
    "does not understand is doing its job, and the officials who wrote the draft will be the first "
    "to say so once they have slept, eaten and read what the other side has put on paper."
)


def proposals(*blocks: str) -> list[Proposal]:
    text = "\n\n".join(blocks) + "\n"
    return propose(text, cut(text))


SENTENCES = [
    "By the time the talks ended, nobody was left in the room.",
    "By Friday the mood had changed.",
    "This story was first told by an agency that has since lost its license.",
    "This article of the constitution was never edited.",
    "Appearances in the hall mattered more than figures.",
    "By walking away, Mr. Trump kept his options.",
    "Read the communique twice and you will find nothing.",
    "Follow the money and you will find the answer.",
    "Share the burden or share the blame: that was the message.",
    "Support our allies, they say, and the rest will follow.",
    "More in hope than in expectation, the envoys flew home.",
    "Sign up to the treaty first, Beijing says, and argue later.",
    "Related to this is the question of sanctions.",
    "Update the list of sites, the inspectors asked, and we can begin.",
    "Photo opportunities are no policy.",
    "Advertisement is the wrong word for what happened next.",
    "Get the basics right and the rest will follow.",
    "Get our people out first, the general said.",
    "Join our coalition, the president said.",
    "Become a member of the nuclear club, the logic goes, and nobody will touch you.",
    "Adapted from the Soviet playbook, the tactic works to this day.",
    "The views expressed in the hall were those of the hosts.",
    "To contact the North, Seoul uses a red telephone.",
    "Please try again, the interpreter said.",
    "To unlock the impasse, both sides must move.",
    "To respond to this threat, Japan has bought interceptors.",
    "To submit an inventory, Pyongyang would first have to make one.",
    "These views are widely shared in Seoul.",
    "Translated from the Korean, the word means “self-reliance”.",
    "Updated in May 2018, the plan failed.",
    "Published in 2017, the book predicted all this.",
    "Von Kim lernen heißt siegen lernen, spottete einer.",
    "Credit where it is due: he tried.",
    "Note that nobody signed anything.",
    "This article of the treaty was never invoked.",
    "A version of this deal was tried in 1994.",
    "An earlier version of this plan died in the Senate.",
    "We welcome the decision, and we encourage both sides to talk.",
    "Help us, they said.",
    "Do you have to trust a man to sign with him?",
    "Want more sanctions? Ask the Senate.",
    "What do you think happened next?",
    "“No,” he said.",
    "“It was a photo opportunity,” said a diplomat from AP's home town.",
    "Then came March 2, 2019.",
    "Sponsored by Qatar, the talks resumed.",
    "Presented by China as a gift, the text was a trap.",
    "Powered by nationalism, the regime survives.",
    "Kim Jong Un is the leader of a poor country at the edge of a rich region.",
    "The author of this mess is known.",
    "Contact between the two has never ceased.",
    "Image is everything in Pyongyang.",
    "Recommended reading for the envoys would be Clausewitz.",
    "Comments like these do not help.",
    "Print media were kept outside.",
    "Listen to the silence, a monk once advised.",
    "Subscribe to that view and you are lost.",
    "Subscribe to the theory of the madman, and you must fear him.",
    "Related: the question of who pays for it all is open. It will stay open until somebody does.",
    "Photo by photo, the archive tells of hunger.",
    "On Facebook and Twitter the jokes began at once.",
    "Loading the reactor takes a month.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_that_begin_like_notices_are_body(sentence: str) -> None:
    above = ("A headline of the usual kind", "By Jane Doe")
    assert proposals(*above, LONG, sentence, OTHER)[3].kind == "body"
    assert proposals(*above, LONG, sentence)[3].kind == "body"
    assert proposals(*above, sentence, LONG, OTHER)[2].kind in {"body", "standfirst"}


QUOTES = [
    ("it is no surprise that the morning belonged to them", 1.0),
    ("“It is no surprise that the morning belonged to them.”", 1.0),
    ("It is no wonder that the morning really belonged to them", 0.8),
    ("> **It is no surprise that the morning belonged to them.**", 1.0),
    ("“It is no surprise that the morning belonged to them.”\n— Jane Doe", 1.0),
    ("Their hosts had a plan for both; it’s no surprise that the morning belonged to them", 0.8),
]


@pytest.mark.parametrize(("quote", "least"), QUOTES)
@pytest.mark.parametrize("earlier", [True, False])
def test_pull_quotes(quote: str, least: float, earlier: bool) -> None:
    body = [OTHER, quote, LONG] if earlier else [OTHER, LONG, quote, OTHER.upper()]
    found = proposals("A headline", *body)[2 if earlier else 3]
    assert found.kind == "pull_quote"
    number = 4 if earlier else 3
    assert found.reason.startswith(f"repeats a sentence of paragraph {number}")
    if least == 1.0:
        assert found.reason.endswith("word for word")


@pytest.mark.parametrize(
    "block",
    [
        "If one side wants trade, it must give up its haste and its missiles.",  # parallel sentence
        "The visitors came back in spring with another plan for the evening and some money.",
        "“We never said that,” the hosts replied when they were asked about the morning.",
    ],
)
def test_what_only_resembles_a_sentence_of_the_body_is_body(block: str) -> None:
    parallel = "If one side wants peace, it must give up its haste and its missiles."
    assert proposals("A headline", LONG, block, parallel, OTHER)[2].kind == "body"


def test_the_reason_names_the_overlap() -> None:
    quote = "It is no wonder that the morning really belonged to them"
    reason = proposals("A headline", OTHER, quote, LONG)[2].reason
    assert reason == "repeats a sentence of paragraph 4 almost word for word (overlap 0.82)"


def test_a_single_block_is_body() -> None:
    assert [p.kind for p in proposals("Nothing but a line")] == ["body"]


def test_every_proposal_has_a_reason() -> None:
    found = proposals("Opinion", "A headline", "By Jane Doe", LONG, "Advertisement", OTHER)
    assert all(proposal.reason for proposal in found)
    assert found[0].reason == "names the section"
    assert found[2].reason == "names somebody after: “by”"


def test_many_short_paragraphs_take_effort_in_proportion() -> None:
    def effort(paragraphs: int) -> int:
        numbered = (f"This is short paragraph number {n}, one of many." for n in range(paragraphs))
        text = "\n\n".join(numbered)
        cuts = cut(text)
        return lines_run(lambda: propose(text, cuts))

    assert effort(1_000) < 2.2 * effort(500)


def test_a_byline_may_say_on_its_next_line_who_the_author_is() -> None:
    byline = "By Ann Poe\nMs. Poe is a novelist and the author of “Low Water”."
    found = proposals("The harbour needs no committee", byline, LONG, OTHER)
    assert [one.kind for one in found] == [Kind.HEADLINE, Kind.BYLINE, Kind.BODY, Kind.BODY]
    assert author_of(byline) == "Ann Poe"
    assert author_of("By Monday\nthe talks had ended.") == ""


def test_who_is_named_above_the_date_is_introduced_below_the_body() -> None:
    dated = "Anna Poe\n02.05.2019, 05.30 Uhr\n3 Min. Lesezeit"
    bio = "Anna Poe ist Schriftstellerin und lebt in Port Lune."
    found = proposals("Der Hafen braucht kein Komitee", dated, LONG, OTHER, bio)
    assert found[1].kind is Kind.BYLINE
    assert found[-1].reason == "introduces Anna Poe, whom the byline names"
