"""Columns are matched by name, synonym or --map; slips of the pen are found."""

from annotator.importers.layout import Layout, match_columns, required_fields
from tests.exporters.sample import CODEBOOK
from tests.importers.tables import read, told


def match(header: str, **mapped: str) -> Layout:
    return match_columns(header.split(","), CODEBOOK, "t.csv", mapped=mapped)


def wrong(header: str, **mapped: str) -> list[str]:
    layout = match(header, **mapped)
    problems = [*layout.problems, *required_fields(layout, CODEBOOK, "t.csv")]
    return [str(problem) for problem in problems]


def test_names_are_matched_in_any_case() -> None:
    layout = match("Coder,ARTICLE,Paragraph,Actor,statement,memo")
    assert layout.fields == {"coder": 0, "article": 1, "paragraph": 2, "statement": 4, "memo": 5}
    assert layout.variables == {"actor": 3}
    assert not (layout.problems)
    assert not (layout.warnings)
    assert not (layout.long)


def test_synonyms_give_way_to_our_own_names() -> None:
    layout = match("rater,document,unit,record,comment,paragraph")
    assert layout.fields == {"coder": 0, "article": 1, "paragraph": 5, "statement": 3, "memo": 4}
    assert [str(warning) for warning in layout.warnings] == [
        't.csv:1: column "unit" is not imported'
    ]


def test_columns_that_are_not_imported_are_told_at_once_and_in_order() -> None:
    layout = match("coder,article,paragraph,zeta,alpha")
    assert [str(warning) for warning in layout.warnings] == [
        't.csv:1: columns "zeta", "alpha" are not imported'
    ]


def test_a_variable_and_a_value_make_a_long_table() -> None:
    assert match("coder,article,paragraph,variable,value").long
    assert match("coder,article,paragraph,what,code", variable="what", value="code").long
    assert not match("coder,article,paragraph,variable").long


def test_columns_of_our_own_exports_are_passed_over() -> None:
    layout = match("coder,article,article_id,title,date,text,paragraph,kind,actor,codebook,time")
    assert not (layout.problems)
    assert not (layout.warnings)
    assert layout.variables == {"actor": 8}


def test_metadata_in_our_own_exports_is_passed_over() -> None:
    columns = ["article_id", "paragraph", "tone", "meta_load-date", "meta_load date", "meta_tone"]
    layout = match_columns(columns, CODEBOOK, "t.csv", mapped={})
    assert (layout.warnings, layout.problems) == ([], [])


def test_a_variable_called_like_our_metadata() -> None:
    assert match("article,article_id,date,var_date").variables == {"date": 3}
    assert match("article,article_id,date").variables == {}
    assert match("article,date").variables == {"date": 1}


def test_a_slip_of_the_pen_is_a_problem() -> None:
    assert wrong("coder,article,paragraph,statement,acter") == [
        't.csv:1: column "acter" is no variable of the codebook (did you mean "actor"?)'
    ]
    assert not wrong("coder,article,paragraph,statement,actor,actors")


def test_a_mapping_names_fields_and_variables_or_nothing() -> None:
    layout = match("who,doc,par,akteur,coder", coder="who", actor="Akteur", paragraph="par")
    assert layout.fields == {"coder": 0, "article": 1, "paragraph": 2}
    assert layout.variables == {"actor": 3}
    assert "coder" not in match("coder,article", coder="").fields


def test_a_mapping_that_names_nothing_is_told() -> None:
    assert wrong("coder,article,paragraph", codr="x", memo="remarks") == [
        't.csv:1: --map: there is no field "codr" (did you mean "coder"?)',
        't.csv:1: --map: there is no column "remarks"',
    ]


def test_two_columns_of_one_name_are_told() -> None:
    assert wrong("coder,article,paragraph,actor,Actor") == [
        't.csv:1: there are two columns "Actor"'
    ]


def test_what_a_table_cannot_do_without() -> None:
    assert wrong("coder,actor") == [
        "t.csv:1: no column says which article (name it with --map article=COLUMN)",
        (
            "t.csv:1: no column says which paragraph: actor is asked of the statement "
            "(name it with --map paragraph=COLUMN)"
        ),
    ]
    table = "coder,article,paragraph,variable\nana,harbour,1,tone"
    assert told(read(table, long=True)) == [
        "1: no column for the value (name it with --map value=COLUMN)"
    ]
