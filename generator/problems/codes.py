"""Every code a problem can carry, with the text that `helpcenter explain CODE` prints.

Y: reading YAML. S: shape of a file. R: references between files. W: wording. G: a guide's logic. E:
the rule engine. P: the proof.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """What stands behind a problem's code."""

    severity: Literal["error", "warning"]
    title: str
    explanation: str
    """A paragraph for authors: why this is refused and how to mend it."""


CODES: dict[str, Code] = {
    "Y101": Code("error", "not UTF-8", "Files are read as UTF-8. Save the file with that encoding; editors call it “UTF-8” or “UTF-8 without BOM”."),
    "Y102": Code("error", "not YAML", "The file breaks the grammar of YAML. Often a colon stands inside an unquoted text, a quote is not closed, or a line is indented with a tab. Put the text in double quotes or behind `>-` on its own lines, and indent with spaces."),
    "Y103": Code("error", "forbidden character", "Control characters, zero-width characters and marks that turn the writing direction can hide text from a reader. Retype the passage."),
    "Y104": Code("error", "file too large", "A file may have up to 1 MiB. Split it: one issue, question or answer a file."),
    "Y105": Code("error", "nested too deeply", "Values may be nested up to 50 levels. Give the inner part of a condition a name with a derived fact."),
    "Y106": Code("error", "anchor or alias", "Anchors (`&name`) and aliases (`*name`) hide where a value comes from. Write the value where it is used. A text that begins with `&` or `*` needs quotes."),
    "Y107": Code("error", "tag", "Tags (`!name`) are not used here. A text that begins with `!` needs quotes."),
    "Y108": Code("error", "second document", "A file holds one document. Remove the `---` in the middle or split the file."),
    "Y109": Code("error", "key given twice", "In plain YAML the second value would win silently. Keep one of them."),
    "Y110": Code("error", "merge key", "`<<` merges another map into this one and hides where a value comes from. Write the values out."),
    "Y111": Code("error", "empty file", "The file holds nothing but comments. Fill it or delete it."),
    "Y112": Code("error", "unreadable file", "The path cannot be read as a file: it is a folder, a dangling link, or its permissions forbid it."),
    "Y113": Code("error", "key is not a word", "A key must be one plain word, not a list or a map."),
    "Y114": Code("error", "text cut off", "In a text without quotes everything behind a space and `#` is a comment, and readers would never see it. Put the text in double quotes. A comment behind a text stands on a line of its own."),
    "S201": Code("error", "unknown key", "The key is not part of this kind of file. Often it is misspelt or indented one level too far."),
    "S202": Code("error", "missing key", "A required key is missing. Texts need both `zh` and `en`."),
    "S203": Code("error", "value does not fit", "The value is not of the kind that the key wants, such as a number, a date (2026-10-01), a list or a text."),
    "S204": Code("error", "not one of the allowed words", "The key takes one of a few words only."),
    "S205": Code("error", "malformed id", "Ids are kebab-case: lower-case Latin letters and digits, joined by single hyphens, beginning with a letter, up to 64 characters. They stand in addresses for ever. `all`, `any`, `not`, `true` and `false` mean something else in conditions, so questions, facts and options cannot be called so."),
    "S206": Code("error", "id is not the file's name", "One id, one file, one name: `content/answers/wait.yml` holds the answer `wait`. A channel of the brand has its key as its id."),
    "S207": Code("error", "file in an unknown place", "Only files ending in `.yml`, in the folders named in `content/README.md`, are read. A stray file would be forgotten silently."),
    "S208": Code("error", "HTML in a text", "Texts are small Markdown: emphasis, lists, links, parameters. HTML is off, so that the same text serves pages, apps and bots. A bare `<` needs a backslash before it."),
    "S209": Code("error", "link that is not allowed", "A link goes to `https:`, `tel:`, `mailto:`, or to the id of an issue, answer, topic, channel or article."),
    "S210": Code("error", "malformed parameter", "A parameter stands as `{{parameter-id}}`. Other template expressions are not evaluated."),
    "S211": Code("error", "markup that is not allowed", "Texts have paragraphs, emphasis, lists and links. Headings, images, code, tables and nested lists do not work in every place where the text appears."),
    "S212": Code("error", "malformed condition", "A condition is a map of `question: option`, `question: [options]`, `question: {gt: …}` or `fact: true`, or one of `all`, `any` and `not`. Empty `all` and `any` are refused: nobody can tell what they should mean."),
    "S213": Code("error", "empty text", "A text stands there but says nothing."),
    "S214": Code("error", "steps in the wrong order", "In an emergency the order of steps decides what can be saved: stop-loss, secure, evidence, report, claim, follow-up."),
    "S215": Code("error", "id given twice in one list", "Two entries of the list have the same id; every reference to it would be ambiguous."),
    "R301": Code("error", "unknown id", "The id is not defined anywhere. Check its spelling, or add the file."),
    "R302": Code("error", "id defined twice", "Two files or entries define the same id. Links name an issue, answer, topic, channel or article by id alone, so these may not share one either."),
    "R303": Code("error", "parameter not in force", "On the date of the build (`--as-of`) the parameter is not valid yet or not any more. Confirm the figure anew and set its dates, or stop using it."),
    "R304": Code("error", "does not fit the question", "A choice is compared with option ids, a number or duration with `gt`, `gte`, `lt`, `lte` or `between`, a date with its authored bands, a derived fact with `true` or `false`. Keys such as `unit` and `calendar` belong to some kinds of question only, and a deadline counts from a date."),
    "R305": Code("error", "cycle", "Derived facts, `after`, `only_if` and jumps between guides must not lead back to where they began. Cut the chain at the place that matters least; a jump back may be marked `return: true`."),
    "R306": Code("warning", "never reached", "Nothing refers to this entry, or only entries that are never reached themselves, so no reader will see it. Readers start from issues and from the guide `triage` on the home page. Use it or delete it."),
    "R307": Code("error", "value out of range", "The value lies outside the limits that the question states."),
    "R308": Code("error", "unit does not fit", "The unit is not one that this place reckons in: a limit in the unit of its question, a duration in minutes, hours or days, a deadline in a length of time, a telephone number where somebody is called."),
    "R309": Code("warning", "lapses soon", "Within 30 days of the build's date a parameter or calendar lapses. Confirm it and extend its dates before readers see the notice."),
    "R310": Code("error", "date question is incomplete", "A date question needs `calendar` where it counts business days, `counts`, and options with rising `until` limits, the last of them (besides `unsure`) without."),
    "R311": Code("error", "option offered is unknown or alone", "A guide offers a subset of a question's options, and at least two of them."),
    "R312": Code("error", "cannot be asked first", "A question in `ask_first` is asked before anything is known, so it may not wait for other questions through `after` or `only_if`, unless these stand before it in the same list."),
    "R313": Code("error", "calendar does not hold together", "A calendar runs from `first_day` to `last_day`, at most 30 years; a holiday's `first` is not after its `last`; and one day of the week at least is not weekend."),
    "R314": Code("error", "table does not hold together", "Every row of a table has a cell in every column, and in no other."),
    "R315": Code("error", "examples do not fit", "Examples give a calculator of kind `fee` an amount for each question that it reads; what comes out is reckoned when the page is made."),
    "R316": Code("error", "drill without a choice", "In every turn of a drill there is something right to do and something wrong; else there is nothing to learn."),
    "R317": Code("error", "chooser does not add up", "The weights of the criteria add up to 100, and every kind of wallet has a mark from 0 to 3 for every criterion."),
    "R318": Code("error", "placeholders of a macro", "Each `[[placeholder]]` of a macro is declared, and stands in both languages: one that is left over would be sent to a customer."),
    "R319": Code("error", "notice on no day", "A notice is shown from its first day to its last, both included."),
    "R320": Code("error", "published, and gone", "Addresses of pages and ids of issues, guides, questions, options, answers and whatever else has an address never die: they stand in bookmarks, chats and other people's programs. `content/published.yml` lists what was published. What is renamed or merged leaves a redirect: `helpcenter publish --moved OLD=NEW`, such as `--moved issues/old=issues/new` or `--moved questions/card#old=questions/card#new`."),
    "R321": Code("error", "redirect leads nowhere", "What stands behind `moved` in `content/published.yml` must be there itself, and not have moved on: readers are sent there directly."),
    "W501": Code("error", "languages differ in what they refer to", "Both languages of a text name the same parameters and lead to the same pages. How often a parameter is repeated may differ. Readers of either language must get the same figures and the same way out."),
    "W502": Code("warning", "languages differ in numbers or lists", "A number in one language stands in the other, too, in digits or as a word; lists have as many items. Where one language says more than the other, one of the two readers is told less."),
    "W503": Code("error", "bare figure", "Money, percentages, periods and telephone numbers change. Written as `{{parameter-id}}` they have a source and a date, are mended in one place, and are the same everywhere. Years, dates of laws, articles and counts of things are no such figures, nor are aliases and messages of wallets."),
    "W504": Code("error", "asks for a secret", "Nobody legitimate asks for a password, a one-time code, a card's security code or the full number of a card or identity card, and readers who learn here that support does will give it to impostors. Ask for the transaction number, the time or the last digits. Warnings are understood: word them as one, “do not …”, in the same clause."),
    "W505": Code("error", "promises recovery", "Nobody can promise that money comes back, and those who do are often the next scammers. Say what raises the chance, what is done by when, and where to go otherwise."),
    "W506": Code("error", "unlisted number or address", "A wrong telephone number or address sends frightened people to a fake. Numbers are parameters of unit `phone`; addresses on the net are those of a source, or stand in a channel."),
    "W507": Code("warning", "long sentence", "At most 40 Han characters or 28 English words: readers are frightened and hold a phone. A number, a Latin word and a parameter count as one. Make two sentences, or a list."),
    "W508": Code("error", "part of an answer is missing", "An answer says what to do today, what not to do, where to go if that fails, and by when; where nothing is urgent, it says so. No step without `does` stands before one that stops the loss."),
    "W509": Code("error", "alias of two issues", "Who searches with these words must come to one issue. Case, width and spaces make no difference."),
    "W510": Code("error", "nobody keeps it", "Issues, answers and whatever else is read as a page name the team that keeps them true (`owner`), and the day by which it reads them again (`review_by`)."),
    "W511": Code("warning", "review is due", "The day has come by which the entry was to be read again. Read it, compare it with its sources, and set a new day."),
    "W512": Code("warning", "translation may be out of date", "The Chinese text is the source. It is new, or was changed after the English one was last compared with it. Compare both, then record it with `helpcenter translated`. Without `content/translations.yml` this is not looked at."),
    "W513": Code("error", "not translated", "A text stands in the wrong language. What English readers must find on a Chinese screen may stand in quotes or brackets."),
    "W514": Code("error", "subject without a place", "`content/coverage.yml` lists what the help centre must cover. This subject is dealt with nowhere yet. `helpcenter coverage` tells of all."),
    "W515": Code("error", "place of a subject does not hold", "The entry or part that `content/coverage.yml` names is gone, or its texts do not hold the words by which the subject is recognised."),
    "W516": Code("warning", "aliases that mean the same", "Aliases of two issues differ only in words that `content/synonyms.yml` holds to be of one meaning, so that a search cannot tell which issue is meant. Leave the alias to the issue that people mean by it, or say more in it."),
    "G401": Code("error", "gap", "For the replies of the witness no rule holds and there is no `otherwise`. Add a rule for them, or an `otherwise`."),
    "G402": Code("error", "rule never decides", "Whenever this rule's condition holds, rules above it have already decided. Move it up, make its condition narrower than theirs, or delete it."),
    "G403": Code("error", "condition never true", "No replies make the condition true: its parts exclude each other."),
    "G404": Code("error", "conflict", "Under `unique`, two rules hold for the replies of the witness and give different answers. Make their conditions exclude each other, or use hit policy `first`."),
    "G405": Code("warning", "question never asked", "No rule depends on this question within this guide. Remove it from the list or use it."),
    "G406": Code("warning", "condition always true", "Whatever is replied, the condition holds. A rule for all that is left over is written as `otherwise`, last; an addition to every answer belongs into the answers; an `only_if` that always holds can be left out."),
    "G407": Code("warning", "over the depth budget", "On the longest path the guide asks more questions than `depth` allows."),
    "G408": Code("warning", "otherwise never used", "The rules leave nothing over, so `otherwise` is never given. Delete it: a reader of the rules would believe it matters."),
    "G409": Code("error", "guide too large", "The rules describe more distinct situations than the compiler's budget allows, or their conditions build on each other in too many steps. Split the guide in two with `continue`."),
    "G410": Code("warning", "part without effect", "A part of a condition is true for all replies, or for none, so that the rest alone decides. Often an option of a question that is not asked there, or two options of one question joined by `all`."),
    "G411": Code("warning", "options make no difference", "Whichever of these options is chosen, everything that follows is the same. Tell them apart with a rule, offer fewer `options` in this guide, or state under `alike` that it is meant. Pairs with `unsure` are never reported."),
    "G412": Code("warning", "otherwise takes too much", "`otherwise` is for what is left over. If many readers end there, the rules have forgotten a case. The share is reckoned from the `share` of the options; `at_most` states how much is meant."),
    "G413": Code("warning", "unsure by negation", "`question: x` is false for somebody who does not know, so `not` makes it true, and this rule decides for them although it never names `unsure`. That is seldom meant. List the options instead; if `unsure` is meant, name it."),
    "G414": Code("warning", "advice costs questions", "To know whether this advice applies, readers are asked more questions than their answer needs. The cost is the expected number of questions with the rule less that without it. Let the rule look at what is asked anyway, drop it, or state with `may_cost` that it is worth it."),
    "G415": Code("warning", "derived fact never used", "A fact is derived, but no rule looks at it. Use it or delete it."),
    "G416": Code("warning", "alike options differ", "`alike` promises that the options lead to the same answer and advice, and for the replies of the witness they do not."),
    "E501": Code("error", "rule too complicated", "Written out for the rule engine this one condition needs more clauses than it can hold safely. Split it into a derived fact, or into two rules with the same answer."),
    "E502": Code("error", "rule engine died", "The rule engine's process ended while it worked on this guide. The message names the guide and the exit code; report it with the rules file."),
    "P601": Code("error", "engine and guide disagree", "For the replies of the witness the rule engine and the compiled guide give different results. This is a defect of the compiler, not of the rules: report it with the rules file."),
    "P602": Code("error", "diagram and guide disagree", "Compiled back, the guide is not the function that its rules describe. This is a defect of the compiler, not of the rules: report it with the rules file."),
    "P603": Code("error", "text for agents in the public site", "Every byte of the finished site is searched for what only support agents may read: notes, macros, playbooks, words of the desk, owners. Something of it was found, so the site was not put in its place. If the words are meant for the public as well, say them in a public text; otherwise this is a defect of the generator: report it with the entry."),
    "P604": Code("error", "file that cannot be searched", "A file of the finished site is packed in a form that nothing here unpacks, so nobody can say that no agents' text is inside. Publish it unpacked, or as .gz, .bz2, .xz or .zip."),
}  # fmt: skip
