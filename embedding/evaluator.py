"""A reader of published guides in one page, of the standard library alone."""

from datetime import date, timedelta
from decimal import Decimal


def end_of(start, band, calendars):
    """The last day of a band, and whether the calendar knows all days up to it."""
    if band["unit"] == "day":
        return start + timedelta(band["limit"]), True
    known, day, left, certain = calendars[band["calendar"]], start, band["limit"], True
    while left:
        day += timedelta(1)
        inside = known["first_day"] <= str(day) <= known["last_day"]
        off = str(day) in known["holidays"] or day.isoweekday() in known["weekend"]
        certain = certain and inside
        left -= not inside or not off or str(day) in known["working_days"]
    return day, certain


def option_for(node, reply, calendars, today):
    """The option that a reply means: an option id, an amount or a day; None if it means none."""
    bands = {option["id"]: option.get("band", {}) for option in node["options"]}
    if reply in bands or reply is None or node["kind"] == "choice":
        return reply if reply in bands else None
    if node["kind"] == "date":
        for name, band in bands.items():
            end, certain = today, True
            if "limit" in band:
                end, certain = end_of(date.fromisoformat(reply), band, calendars)
            if today <= end:
                return name
            if not certain:
                return "unsure" if "unsure" in bands else None
    value = Decimal(reply)
    tests = {"gt": value.__gt__, "gte": value.__ge__, "lt": value.__lt__, "lte": value.__le__}
    for name, band in bands.items():
        if band and all(test(Decimal(band[key])) for key, test in tests.items() if key in band):
            return name
    return None


def walk(guide, replies, calendars, today):
    """The node where replies lead: a leaf, or the question to ask next."""
    if guide["schema_version"].split(".")[0] != "1":
        raise ValueError(f"a guide of version {guide['schema_version']}, not 1")
    node, chosen = guide["nodes"][guide["start"]], True
    while "question" in node and chosen:
        chosen = option_for(node, replies.get(node["question"]), calendars, today)
        node = next((guide["nodes"][o["next"]] for o in node["options"] if o["id"] == chosen), node)
    return node
