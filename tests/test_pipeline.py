"""The flow as a whole: failures stay visible, nothing leaves the machine, the same input gives the same output."""

import json
import re
import socket
from pathlib import Path
from random import Random

import pytest

import sayso
from sayso import pipeline, read
from sayso.errors import ReadError, UsageError
from sayso.model import Annotated, Attribution, NotRead
from sayso.publish.formats import BriefFormat, brief_bytes
from sayso.publish.records import claim_record
from sayso.publish.redact import Audience, release
from sayso.read import ReadOptions
from sayso.settings import Settings, settings

EXAMPLE = Path(__file__).parent.parent / "examples" / "ashvelin"
TEXT = "At least nine people were killed when a bridge fell at Tarn on Monday, the ministry said."


class Breaking:
    """An attributor that fails on one report."""

    version = "breaking"

    def attribute(self, annotated: list[Annotated]) -> list[tuple[Attribution, ...]]:
        if "Tarn" in annotated[0].text:
            raise RuntimeError("out of cheese")
        return [()]


def test_a_report_that_breaks_a_stage_is_named_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Two men were injured in a fire at Oskel.", encoding="utf-8")
    whole = pipeline.engines(Settings().pipeline, ())
    broken = pipeline.Engines(whole.annotator, Breaking(), whole.claim_reader, whole.gazetteer)  # type: ignore[arg-type]
    monkeypatch.setattr(pipeline, "engines", lambda *_: broken)
    found = pipeline.analyse_paths([tmp_path])
    assert [report.locator.rsplit("/", 1)[-1] for report in found.reports] == ["b.txt"]
    [failed] = found.not_read
    assert isinstance(failed, NotRead)
    assert failed.locator.endswith("a.txt")
    assert "out of cheese" in failed.what


def test_reading_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert sayso.analyse(TEXT, published="2024-05-08").claims


def test_analyse_gives_typed_results_whose_spans_give_back_the_words() -> None:
    found = sayso.analyse(TEXT, published="8 May 2024", outlet="The Tarn Mercury")
    [claim] = [c for c in found.claims if c.figure]
    assert claim.span.of(TEXT) == claim.words == "At least nine people"
    assert claim.date
    assert claim.date.iso() == "2024-05-06"
    assert found.reports[0].outlet == "The Tarn Mercury"
    assert found.reports[0].published
    assert found.reports[0].published.found_in == "given"


def test_an_analysis_shows_itself_in_a_notebook_without_running_what_it_shows() -> None:
    html = sayso.analyse("<script>alert(1)</script> Nine people died, the mayor said.")._repr_html_()
    assert "Nine people" in html
    assert "<script>alert" not in html


def test_no_date_is_invented_for_a_report_without_one() -> None:
    [claim] = [c for c in sayso.analyse(TEXT).claims if c.figure]
    assert claim.date is None
    assert dict(claim.reasons)["date"]


def test_an_empty_text_and_a_date_that_does_not_exist_are_told() -> None:
    with pytest.raises(ReadError, match="empty"):
        sayso.analyse("  \n")
    with pytest.raises(UsageError, match="2024-02-31"):
        sayso.analyse(TEXT, published="2024-02-31")


def test_every_reading_names_what_made_it() -> None:
    parts = dict(sayso.analyse(TEXT).readers)
    assert list(parts) == ["sayso", "annotate", "attribute", "claims", "link", "knowledge"]
    assert parts["sayso"] == sayso.__version__
    assert all(re.search(r"\([0-9a-f]{12}\)$", version) for part, version in parts.items() if part != "sayso")


def test_a_reading_names_the_users_own_files_by_what_they_hold_and_not_by_their_names(
    siege: pipeline.Analysed, tmp_path: Path
) -> None:
    parts = dict(siege.readers)
    assert "places.csv" not in str(parts)
    (tmp_path / "other.csv").write_bytes((EXAMPLE / "places.csv").read_bytes())
    (tmp_path / "other.yaml").write_text(
        (EXAMPLE / "sources.yaml").read_text(encoding="utf-8") + "\n", encoding="utf-8"
    )
    chosen = Settings(places=(tmp_path / "other.csv",), sources=(tmp_path / "other.yaml",))
    again = dict(pipeline.analyse_text(TEXT, ReadOptions(), chosen=chosen).readers)
    assert again["own places"] == parts["own places"]
    assert again["own sources"] != parts["own sources"]


@pytest.fixture(scope="module")
def siege() -> pipeline.Analysed:
    chosen = Settings(places=(EXAMPLE / "places.csv",), sources=(EXAMPLE / "sources.yaml",))
    return pipeline.analyse_paths([EXAMPLE / "reports"], chosen=chosen)


def test_the_example_is_read_whole(siege: pipeline.Analysed) -> None:
    assert len(siege.reports) == 14
    assert siege.not_read == ()
    assert all(claim.span.of(siege.report_by_id[claim.report].text) == claim.words for claim in siege.claims)


def test_the_copies_of_the_wire_item_are_one_group(siege: pipeline.Analysed) -> None:
    [group] = siege.copies
    assert len(group.reports) == 3
    assert group.joins
    assert all(join.reason for join in group.joins)


def test_no_claim_comes_from_a_related_link_or_from_the_inhabitants(siege: pipeline.Analysed) -> None:
    figures = [claim.figure for claim in siege.claims if claim.figure]
    assert all(figure.low not in (610_000, 120, 90_000) for figure in figures)
    assert not [c for c in siege.claims if "Port Maule" in c.sentence.of(siege.report_by_id[c.report].text)]


def test_outlets_in_their_own_voice_and_the_unnamed_are_never_counted(siege: pipeline.Analysed) -> None:
    for incident in siege.incidents:
        counted = [o for o in incident.origins if o.is_counted]
        assert len(incident.standing()) == len(counted)
        assert not {"none", "unnamed"} & {str(origin.id) for origin in counted}
        assert len([o for o in incident.origins if o.id == "unnamed"]) <= 1


def test_the_same_reports_give_the_same_records_in_any_order(tmp_path: Path) -> None:
    lines = (EXAMPLE / "reports" / "10-posts-and-wire.jsonl").read_text(encoding="utf-8").splitlines()
    records = []
    for name, order in (("one", lines), ("two", lines[::-1])):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("\n".join(order), encoding="utf-8")
        found = pipeline.analyse_paths([path])
        records.append(sorted(json.dumps(claim_record(claim, found), sort_keys=True) for claim in found.claims))
    assert records[0] == records[1]


@pytest.fixture(scope="module")
def example_inputs() -> list[pipeline.ReadThrough | NotRead]:
    """The example's reports, each read by itself, in the order of their files."""
    chosen = settings().model_copy(update={"workers": 1})
    return list(pipeline._read_through(read.read([EXAMPLE / "reports"], read.ReadOptions()), chosen))


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_arrival_changes_the_brief(seed: int, example_inputs: list[pipeline.ReadThrough | NotRead]) -> None:
    shuffled = Random(seed).sample(example_inputs, len(example_inputs))
    assert shuffled != example_inputs
    assert _told(shuffled) == _told(example_inputs), f"seed {seed}"


def _told(inputs: list[pipeline.ReadThrough | NotRead]) -> dict[str, object]:
    """What the brief says of incidents, in its own order, when the reports arrive in this order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "_read_through", lambda *_: iter(inputs))
        found = pipeline._analyse([], settings(), None)
    record = json.loads(brief_bytes(release(found, Audience.INTERNAL), BriefFormat.JSON))
    return {key: record[key] for key in ("overview", "findings", "not_known", "summary", "incidents", "copies")}
