"""A chat bot on the plain texts of guides: numbers or words are replies, `back` takes one back.

`python chat_bot.py site/guides en withdrawal-not-arrived`, else it begins with `triage`.
"""

import json
import re
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path


def load(folder, locale, guide):
    """A guide's JSON, whole; a later major version is refused, as are details that do not fit."""
    folder = Path(folder, locale)
    data = json.loads((folder / f"{guide}.json").read_text("utf-8"))
    if data["schema_version"].split(".")[0] != "1":
        raise SystemExit(f"{guide} is of version {data['schema_version']}; this bot knows 1")
    details = json.loads((folder / data.get("details", f"{guide}.json")).read_text("utf-8"))
    if details["version"] != data["version"]:
        raise SystemExit(f"{data['details']} belongs to another version")
    return {**data, "answers": details["answers"], "rules": details["rules"]}


def words_of(text):
    """What two texts are compared by: words, or pairs of Han characters."""
    han = re.findall(r"[\u4e00-\u9fff]", text)
    return {*re.findall(r"[a-z0-9]{2,}", text.lower()), *map("".join, pairwise(han))}


def understood(node, said):
    """The option that somebody means by a number, an id or words; None where that is not plain."""
    options = node["options"]
    if said.isdecimal():
        return options[int(said) - 1] if 1 <= int(said) <= len(options) else None
    named = [o for o in options if said.lower() in (o["id"], o["label"]["plain"].lower())]
    score = {o["id"]: len(words_of(said) & words_of(o["label"]["plain"])) for o in options}
    best = named or [o for o in options if score[o["id"]] == max(score.values()) > 0]
    return best[0] if len(best) == 1 else None


def question(node):
    """A question with its numbered options, line by line."""
    yield node["text"]["plain"]
    if "help" in node:
        yield node["help"]["plain"]
    for number, option in enumerate(node["options"], 1):
        yield f"  {number}. {option['label']['plain']}"


def answer(guide, leaf):
    """All that an answer says, line by line; of a brief one, where its page is."""
    found = guide["answers"][leaf["answer"]]
    yield f"== {found['title']['plain']} =="
    yield found["summary"]["plain"]
    yield from (guide["advice"][name]["text"]["plain"] for name in leaf["advice"])
    if "today" not in found:
        yield found["url"]
        return
    yield from (f"  {n}. {step['text']['plain']}" for n, step in enumerate(found["today"], 1))
    yield from (f"  x {text['plain']}" for text in found["avoid"])
    yield from (f"  - {text['plain']}" for text in found["evidence"])
    if "deadline" in found:
        yield found["deadline"]["text"]["plain"]
    fallback = found["fallback"]
    yield f"{fallback['name']['plain']} {fallback.get('phone', '')} {fallback['text']['plain']}"


def walk(guide, known):
    """The node where known replies lead."""
    node = guide["nodes"][guide["start"]]
    while ways := [o for o in node.get("options", ()) if o["id"] == known.get(node["question"])]:
        node = guide["nodes"][ways[0]["next"]]
    return node


def converse(load, name, ask, tell, known=()):
    """Ask until an answer is told, and on where it continues; the id of the last answer."""
    guide, known, given = load(name), dict(known), []
    while "question" in (node := walk(guide, known)):
        for line in question(node):
            tell(line)
        said = ask()
        if said == "back" and given:
            known.pop(given.pop())
        elif option := understood(node, said):
            known[node["question"]] = option["id"]
            given.append(node["question"])
    for line in answer(guide, node):
        tell(line)
    jump = node.get("continue", {"return": True})
    if jump.get("return"):
        return node["answer"]
    return converse(load, jump["guide"], ask, tell, {**jump.get("replies", {}), **known})


if __name__ == "__main__":
    folder, locale, *names = sys.argv[1:]
    converse(partial(load, folder, locale), *(names or ["triage"]), lambda: input("> "), print)
