"""What an answer needs beyond its model: by when, and nothing before what is urgent."""

from collections.abc import Iterator

from generator.problems import Problem
from generator.wording.passages import Wording


def incomplete(wording: Wording) -> Iterator[Problem]:
    """W508: an answer without `deadline`; a step of unknown purpose before one that stops the loss.

    Steps that fit none of the purposes need not claim one, but where a loss is to be stopped their
    order must be beyond doubt.
    """
    for entry in wording.catalogue.answers.values():
        if entry.model.deadline is None:
            yield Problem(
                code="W508",
                place=entry.key_place("fallback"),
                what="The answer does not say by when.",
                mend="Add `deadline`: until when this can be done, or that it is not urgent.",
            )
        does = [step.does for step in entry.model.today]
        urgent = [index for index, purpose in enumerate(does) if purpose == "stop-loss"]
        for index in range(max(urgent, default=0)):
            if does[index] is None:
                yield Problem(
                    code="W508",
                    place=entry.place("today", index),
                    what="This step does not say what it is for, and a loss is stopped after it.",
                    mend="Add `does: stop-loss` if it does, or move it behind.",
                )
