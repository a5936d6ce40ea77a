"""Which open questions come first."""

from sayso.knowledge.sources import load_registry
from sayso.link.clusters import Cluster, Edge
from sayso.link.linker import Linker
from sayso.link.proposals import proposals
from sayso.link.tellings import tell
from tests.link.cases import DAY, Case, on


def test_what_would_change_most_origins_is_asked_first() -> None:
    case = Case()
    watch = ("Lower Tarn Relief Watch",)
    case.add("a", "A bomb killed 9 people in Tern.", "9 people", 9, place="Tern", when=on(DAY), sources=watch)
    case.add("b", "A bomb killed 8 people in Vale.", "8 people", 8, place="Vale", when=on(DAY), sources=watch)
    rescue, medics = ("Hale Rescue League",), ("Orla Medical Union",)
    case.add("c", "A raid killed 40 in Quill.", "40", 40, place="Quill", when=on(DAY), sources=rescue)
    case.add("d", "Snipers shot 70 in Dorn.", "70", 70, place="Dorn", when=on(DAY), sources=medics)
    made = {i.claims[0]: i for i in Linker(load_registry(), None).link(case.claims, case.reports, ()).incidents}
    tellings = tell(case.claims, case.reports, ())
    incidents = [made[telling.claims[0].id] for telling in tellings]
    at = {str(telling.report): n for n, telling in enumerate(tellings)}
    nearly = [_edge(-0.5, at["a"], at["b"]), _edge(-0.9, at["c"], at["d"])]
    first, second = proposals(incidents, [Cluster((n,), ()) for n in range(4)], nearly, tellings)
    assert set(first.incidents) == {incidents[at["c"]].id, incidents[at["d"]].id}
    assert set(second.incidents) == {incidents[at["a"]].id, incidents[at["b"]].id}


def _edge(points: float, one: int, other: int) -> Edge:
    return Edge(points, min(one, other), max(one, other), "One day.", "Two places.")
