"""`guides/calendars.json`: the business days that date bands are reckoned in."""

from generator.render.addresses import CALENDARS_FILE, relative
from generator.render.contract.encode import SCHEMA_VERSION, Json
from generator.resolve import Project


def calendars_json(project: Project) -> dict[str, Json]:
    """Every calendar by id: known span, weekend (1 is Monday), holidays, make-up working days."""
    return {
        "$schema": relative("schemas/calendars.schema.json", CALENDARS_FILE),
        "schema_version": SCHEMA_VERSION,
        "calendars": {
            name: {
                "zone": calendar.zone,
                "first_day": calendar.first_day.isoformat(),
                "last_day": calendar.last_day.isoformat(),
                "weekend": [day + 1 for day in sorted(calendar.weekend)],
                "holidays": [day.isoformat() for day in sorted(calendar.holidays)],
                "working_days": [day.isoformat() for day in sorted(calendar.working_days)],
            }
            for name, calendar in project.calendars.items()
        },
    }
