"""Which question next, at every residual of the diagram: least expected cost.

In: `Logic` and `Diagrams`. Out: `Plan`. A state is the id of the residual function (answer and
advice), not the assignment that led to it. The search is exact under a budget of states, never of
seconds, so that builds reproduce; past it one-step rollout over a greedy order takes over.
"""

from generator.plan.advice import advice_costs, costly_advice
from generator.plan.strategy import STATE_BUDGET, Plan, plan

__all__ = ["STATE_BUDGET", "Plan", "advice_costs", "costly_advice", "plan"]
