"""How large guides are, how good their order is, and what their journeys hold fast.

In: a project, its proved guides and the files of journeys. Out: `Figures` of each guide. Nothing
here tells anybody anything, nor changes a guide.
"""

from collections.abc import Iterable, Mapping

from generator.measure.coverage import Coverage, coverage
from generator.measure.figures import Figures, Size, costs, size
from generator.measure.mutants import Mutant
from generator.measure.trial import MOST_MUTANTS, Survivor, Trial, trial
from generator.measure.walks import Lost, walks
from generator.prove import Proved
from generator.resolve import Project
from generator.schema import Entry
from generator.schema.rules import Journeys

__all__ = [
    "MOST_MUTANTS",
    "Coverage",
    "Figures",
    "Lost",
    "Mutant",
    "Size",
    "Survivor",
    "Trial",
    "measure",
]


def measure(
    project: Project, guides: Mapping[str, Proved], journeys: Iterable[Entry[Journeys]]
) -> tuple[dict[str, Figures], list[Lost]]:
    """The figures of each guide by its id, and the journeys that do not arrive.

    What does not arrive holds nothing fast, and is left out of coverage and trial.
    """
    walked, lost = walks(project, guides, journeys)
    figures = {}
    for name, proved in guides.items():
        through = [walk for walk in walked if walk.guide == name]
        figures[name] = Figures(
            size=size(proved),
            plan=proved.guide.plan,
            most=proved.guide.most,
            advice_costs=costs(proved),
            journeys=len(through),
            coverage=coverage(proved, through) if through else None,
            trial=trial(proved.logic, through) if through else None,
        )
    return figures, lost
