import copy

from sayso.errors import KnowledgeError, SaysoError


def test_an_error_of_a_worker_process_arrives_as_itself() -> None:
    sent = KnowledgeError("The list is damaged.", "vocab/cues.yaml", "Install sayso anew.")
    arrived = copy.copy(sent)  # by the same protocol that carries objects between processes
    assert isinstance(arrived, SaysoError)
    assert (type(arrived), str(arrived), arrived.do) == (KnowledgeError, str(sent), "Install sayso anew.")
