"""The map draws places as large as they are imprecise, and says what it does not draw."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Analysis, IncidentId, Place
from sayso.publish.contexts import PlaceMap
from sayso.publish.places import HEIGHT, WIDTH, place_map

from .factory import KARSUN, MILL_QUARTER, OLD_FORD, siege


def analysis_of(*places: Place | None) -> Analysis:
    incident = siege().incidents[0]
    found = tuple(replace(incident, id=IncidentId(f"p{i}"), place=place) for i, place in enumerate(places))
    return replace(siege(), incidents=found, assessments=())


def map_of(*places: Place | None) -> PlaceMap:
    drawn = place_map(analysis_of(*places))
    assert drawn is not None
    return drawn


def test_a_wider_precision_is_drawn_wider_and_below() -> None:
    city, quarter = map_of(MILL_QUARTER, KARSUN).drawings[0].shapes
    assert float(city.radius) > float(quarter.radius)


def test_only_a_point_is_a_dot() -> None:
    point = Place("the gate", "East Gate", "inv:9", "point", 10.02, 20.01)
    classes = {shape.classes for shape in map_of(point, KARSUN).drawings[0].shapes}
    assert classes == {"spot", "area"}


def test_a_country_has_no_place_on_the_map() -> None:
    country = Place("Orvania", "Orvania", "inv:0", "country", 10.0, 20.0)
    drawn = map_of(country, KARSUN, MILL_QUARTER)
    assert len(drawn.drawings[0].shapes) == 2
    assert [(row.name, row.precision) for row in drawn.not_drawn] == [("Orvania", "only the country is known")]


def test_places_that_are_not_found_and_incidents_without_place_are_listed() -> None:
    drawn = map_of(OLD_FORD, None)
    assert drawn.drawings == ()
    assert [(row.name, row.precision) for row in drawn.not_drawn] == [("Old Ford", "not found in the gazetteer")]
    assert [link.href for link in drawn.nowhere.links] == ["#i-p1"]


def test_no_place_at_all_gives_no_map() -> None:
    assert place_map(analysis_of(None)) is None


def test_incidents_in_one_place_share_its_circle() -> None:
    drawn = map_of(KARSUN, KARSUN, MILL_QUARTER)
    assert len(drawn.drawings[0].shapes) == 2
    assert {len(row.incidents) for row in drawn.places} == {1, 2}


COORDINATES = st.tuples(st.floats(-80, 80), st.floats(-179, 179))


@given(st.lists(COORDINATES, min_size=2, max_size=6, unique=True))
def test_every_place_lies_inside_the_drawing(coordinates: list[tuple[float, float]]) -> None:
    places = [Place(f"P{i}", f"P{i}", f"e{i}", "town", lat, lon) for i, (lat, lon) in enumerate(coordinates)]
    drawn = map_of(*places)
    listed = {row.name for row in (*drawn.places, *drawn.not_drawn)}
    assert listed == {place.name for place in places}
    for drawing in drawn.drawings:
        assert 0 < float(drawing.scale_width) <= 160
        for shape in drawing.shapes:
            assert 0 <= float(shape.x) <= WIDTH
            assert 0 <= float(shape.y) <= HEIGHT


def test_one_place_abroad_does_not_shrink_the_others() -> None:
    near = [Place(f"N{i}", f"N{i}", f"n{i}", "town", 10 + i / 50, 20.0) for i in range(5)]
    far = Place("Farport", "Farport", "far", "city", -40.0, 150.0)
    drawn = map_of(*near, far)
    assert len(drawn.drawings[0].shapes) == 5
    assert [(row.name, row.precision) for row in drawn.not_drawn] == [("Farport", "far from the others: off the map")]


def test_places_that_crowd_together_are_drawn_once_more() -> None:
    close = [Place(f"Q{i}", f"Q{i}", f"q{i}", "neighbourhood", 10 + i / 100, 20.0) for i in range(4)]
    away = Place("Farther", "Farther", "f", "town", 12.0, 20.0)
    whole, closer = map_of(*close, away).drawings
    assert len(whole.shapes) == 5
    assert {shape.label for shape in closer.shapes} == {"Q0", "Q1", "Q2", "Q3"}
    assert len(map_of(*close).drawings) == 1


def test_a_label_that_had_to_move_away_has_a_line_to_its_place() -> None:
    close = [Place(f"Quarter {i}", f"Quarter {i}", f"q{i}", "point", 10.0, 20 + i / 10_000) for i in range(8)]
    shapes = map_of(*close, KARSUN).drawings[0].shapes
    moved = [shape for shape in shapes if shape.leader]
    assert moved
    assert all(shape.label for shape in moved)
