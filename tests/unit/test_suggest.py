"""Did you mean …?"""

from generator.problems import did_you_mean, nearest

KNOWN = ("wait", "wait-for-bank", "freeze-cards", "stop-scam")


def test_a_misspelt_word_is_recognised() -> None:
    assert nearest("freeze-card", KNOWN) == ["freeze-cards"]


def test_the_likeliest_word_stands_first() -> None:
    assert nearest("wait-for-banks", KNOWN)[0] == "wait-for-bank"


def test_a_word_that_is_like_none_gets_no_suggestion() -> None:
    assert did_you_mean("refund", KNOWN) == ""


def test_a_word_is_never_suggested_for_itself() -> None:
    assert "wait" not in nearest("wait", KNOWN)


def test_the_order_of_the_known_words_does_not_matter() -> None:
    assert did_you_mean("wat", KNOWN) == did_you_mean("wat", reversed(KNOWN))


def test_a_very_long_word_takes_no_time_to_speak_of() -> None:
    assert nearest("x" * 1_000_000, KNOWN) == []
