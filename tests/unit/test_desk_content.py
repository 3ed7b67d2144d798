"""What the shipped playbooks and macros hold ready for support staff."""

from generator.schema import load
from generator.source import read_source
from tests.conftest import ROOT


def test_every_issue_has_a_reply_to_customers() -> None:
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    answered = {issue for entry in catalogue.macros.values() for issue in entry.model.issues}
    assert set(catalogue.issues) - answered == set()
