"""Figures of guides as text for people and as JSON for programs, and the journeys they rest on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from generator.measure import Coverage, Figures, Lost, Survivor, Trial
from generator.pipeline import JOURNEYS
from generator.problems import Place


def as_json(figures: Mapping[str, Figures], lost: list[Lost], *, journeys: bool) -> str:
    """Everything, as `{journeys: bool, guides: {id: …}, lost: […]}`; places as file and line."""
    return json.dumps(
        {
            "journeys": journeys,
            "guides": {name: _guide_as_data(each) for name, each in figures.items()},
            "lost": [
                {"guide": each.guide, "name": each.name, "why": each.why, **_at(each.place)}
                for each in lost
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_text(figures: Mapping[str, Figures], lost: list[Lost], *, journeys: bool) -> str:
    """Everything, a paragraph for each guide."""
    lines: list[str] = []
    for name, each in figures.items():
        lines += [f"{name}", *(f"  {line}" for line in _guide_as_lines(each)), ""]
    if not journeys:
        lines.append(f"This project has no {JOURNEYS}/, so nothing tells what an edit may break.")
    if lost:
        lines.append("Journeys that do not arrive, and so hold nothing fast:")
        lines += [f"  {each.place}: “{each.name}”: {each.why}" for each in lost]
    return "\n".join(lines).rstrip("\n")


def _guide_as_lines(figures: Figures) -> Iterator[str]:
    size, plan = figures.size, figures.plan
    yield (
        f"{size.questions} questions with {size.options} options, {size.rules} rules, "
        f"{size.advice} advice rules, {size.answers} answers; {size.nodes} nodes, {size.paths:,} "
        "paths"
    )
    yield (
        f"{plan.method}: {plan.expected_questions:.2f} questions expected, {figures.most} at most; "
        f"cost {plan.expected_cost:.2f} against an entropy bound of {plan.lower_bound:.2f}"
    )
    if costly := {name: cost for name, cost in figures.advice_costs.items() if cost}:
        listed = ", ".join(f"{name} {cost:.2f}" for name, cost in costly.items())
        yield f"questions that advice adds on average: {listed}"
    if figures.coverage is None or figures.trial is None:
        yield "no journeys"
        return
    yield from _coverage_as_lines(figures.coverage, figures.journeys)
    yield from _trial_as_lines(figures.trial)


def _coverage_as_lines(coverage: Coverage, journeys: int) -> Iterator[str]:
    missed = {
        kind: getattr(coverage, kind)
        for kind in ("questions", "options", "rules", "answers", "advice")
    }
    if not any(missed.values()):
        yield f"{journeys} journeys come through every question, option, rule, answer and advice"
        return
    yield f"{journeys} journeys; none comes through"
    for kind, things in missed.items():
        for each in things:
            yield f"  {each.place}: {kind.removesuffix('s')} {each.name}"


def _trial_as_lines(trial: Trial) -> Iterator[str]:
    telling = trial.noticed + len(trial.survivors)
    share = f" ({trial.noticed / telling:.0%})" if telling else ""
    sample = f", a sample of {trial.made:,}" if trial.tried < trial.made else ""
    yield (
        f"small changes of the rules: {trial.noticed} of {telling}{share} noticed by a journey; "
        f"{trial.same} more mean the same{sample}"
    )
    for each in trial.survivors:
        mutant = each.mutant
        yield f"  {mutant.place}: {mutant.where}: {mutant.change}"
        if each.witness:
            yield f"    for example {_journey(each)}"


def _journey(survivor: Survivor) -> str:
    """The journey that would notice the change."""
    replies = ", ".join(f"{question}={option}" for question, option in survivor.witness)
    if survivor.result is None or survivor.result.answer is None:
        return replies
    advice = "".join(f" + {name}" for name in sorted(survivor.result.advice))
    return f"{replies} → {survivor.result.answer}{advice}"


def _guide_as_data(figures: Figures) -> dict[str, object]:
    return {
        **asdict(figures.size),
        "plan": asdict(figures.plan),
        "most": figures.most,
        "advice_costs": dict(figures.advice_costs),
        "journeys": figures.journeys,
        "missed": _coverage_as_data(figures.coverage),
        "changes": _trial_as_data(figures.trial),
    }


def _coverage_as_data(coverage: Coverage | None) -> dict[str, object] | None:
    if coverage is None:
        return None
    return {
        kind: [{"name": each.name, **_at(each.place)} for each in getattr(coverage, kind)]
        for kind in ("questions", "options", "rules", "answers", "advice")
    }


def _trial_as_data(trial: Trial | None) -> dict[str, object] | None:
    if trial is None:
        return None
    return {
        "made": trial.made,
        "tried": trial.tried,
        "same": trial.same,
        "noticed": trial.noticed,
        "share": None if trial.share is None else round(trial.share, 4),
        "survivors": [
            {
                **_at(each.mutant.place),
                "where": each.mutant.where,
                "change": each.mutant.change,
                "replies": dict(each.witness),
                "answer": each.result.answer if each.result else None,
                "advice": sorted(each.result.advice) if each.result else None,
            }
            for each in trial.survivors
        ],
    }


def _at(place: Place) -> dict[str, object]:
    return {"file": place.file, "line": place.line}
