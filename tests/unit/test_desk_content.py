"""What the shipped playbooks and macros hold ready for support staff."""

from generator.pipeline import Compiled
from generator.schema import LOCALES, load
from generator.source import read_source
from tests.conftest import ROOT


def test_every_issue_has_a_reply_to_customers() -> None:
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    answered = {issue for entry in catalogue.macros.values() for issue in entry.model.issues}
    assert set(catalogue.issues) - answered == set()


def test_a_project_holds_notes_macros_and_playbooks_in_both_languages(shipped: Compiled) -> None:
    assert shipped.project is not None
    zh, en = (shipped.project.agents[locale] for locale in LOCALES)
    for part in ("notes", "macros", "playbooks", "words"):
        assert getattr(zh, part).keys() == getattr(en, part).keys()
        assert getattr(zh, part)


def test_no_figure_of_a_macro_is_left_open(shipped: Compiled) -> None:
    assert shipped.project is not None
    texts = [
        macro.text.plain
        for edition in shipped.project.agents.values()
        for macro in edition.macros.values()
    ]
    assert [text for text in texts if "{{" in text] == []


def test_an_issue_whose_money_or_account_is_at_stake_has_stages_to_tick(shipped: Compiled) -> None:
    assert shipped.project is not None
    staged = {
        issue
        for playbook in shipped.project.agents["zh"].playbooks.values()
        if playbook.kind == "checklist"
        for issue in playbook.issues
    }
    assert {
        "account-frozen",
        "account-stolen",
        "unauthorised-transaction",
        "withdrawal-not-arrived",
        "funds-not-received",
        "topup-problem",
        "how-to-complain",
    } <= staged


def test_every_placeholder_of_a_macro_stands_in_its_text(shipped: Compiled) -> None:
    assert shipped.project is not None
    lost = [
        (macro.id, name)
        for edition in shipped.project.agents.values()
        for macro in edition.macros.values()
        for name in macro.placeholders
        if f"[[{name}]]" not in macro.text.plain
    ]
    assert lost == []
