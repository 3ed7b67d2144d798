"""Which clauses a text itself asserts or asks for: not those that it denies or tells of others.

This is no grammar. It knows the ways in which warnings are worded in Chinese and English, and its
examples stand in `tests/golden/wording/sentences.txt`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.schema import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tongue:
    """How a language divides, denies, tells of others and turns to the reader."""

    sentence: re.Pattern[str]
    clause: re.Pattern[str]
    denies: re.Pattern[str]
    """Denies what stands behind it in the same clause."""
    forbids: re.Pattern[str]
    """Denies what stands in the clauses behind it, too, as in a list of things not to do."""
    condition: re.Pattern[str]
    """Begins a clause that denies nothing behind it: “if you are not sure”."""
    supposes: re.Pattern[str]
    """Begins a clause that asks for nothing, unless in our own name: “if two share a password”."""
    turns: re.Pattern[str]
    """Ends what a clause before it forbids."""
    asks: re.Pattern[str]
    """Addresses the reader in our own name."""
    others: re.Pattern[str]
    """Tells of what somebody else wants or has done."""
    impostors: re.Pattern[str]
    """Tells of somebody who speaks in our name."""


_ZH = _Tongue(
    sentence=re.compile(r"[。！？；…\n]+"),
    clause=re.compile(r"[，,：:—]+"),
    denies=re.compile(
        r"不要(?!担心|着急|急|怕|慌)|别(?!人|的|处|名|担心|着急|急|怕|慌)|勿|莫|切忌|不会|不能|不可|不得|不该|不应|不许|不准|不向|不索|不用|不需"
        r"|无需|不必|绝不|从不|从来不|决不|禁止|拒绝|没|无法|无权|谁也|不给|不说|不念|不报|不问|不收|不看"
        r"|不提供|不透露|不告诉|不发|不交|不承诺|不保证|不敢|不等于|不代表|不是|未必|不一定|难以|别信|不信"
        r"|防止|避免|以免|而不是|不留|不存|不写|不填|不回|不含|不读|不让|不外|挡不住|拦不住|防不住"
    ),
    forbids=re.compile(
        r"不要(?!担心|着急|急|怕|慌)|别(?!人|的|处|名|担心|着急|急|怕|慌)|勿|切忌|不会|不得|不该|不应|不许|不准|绝不|从不|从来不|决不|禁止|拒绝|不给"
    ),
    condition=re.compile(r"如果|要是|若|为了?|因为|由于|……?的话|怕|只要"),
    supposes=re.compile(r"^\s*(?:如果|要是|若|万一|即使)"),
    turns=re.compile(r"请|而是|但|再|然后|可以|就|只要|麻烦|需要|务必|之后|改为"),
    asks=re.compile(r"请(?!求|教)|麻烦|务必|需要您|您需要|您须|我们|客服|专员|本站|工作人员"),
    others=re.compile(
        r"对方|有人|别人|骗|诈|假|冒充|自称|声称|号称|陌生|他们|凡是|谁|要求|说(?:保证|一定|肯定|能)|让您|要您|叫您|向您|问您|索要|索取|套取"
        r"|泄露|被问|让我|要我|叫我|问我|给了|给过|发了|发过|告诉了|告诉过|填了|填过|说了|说过|报了|报过|念了"
        r"|念过|输了|输过|已经|曾|是不是|有没有|是否|可疑|钓鱼|任何人|刷单|木马|偷|盗|会被|不法"
    ),
    impostors=re.compile(
        r"骗子|骗局|诈骗分子|冒充|自称|声称|号称|谎称|假客服|假冒|假的|假装|对方|陌生|话术|有人|他们|凡是|可疑|钓鱼"
        r"|不法|(?<!不要)(?<!别)挂断|都是诈骗|就是诈骗|是诈骗"
    ),
)
_EN = _Tongue(
    sentence=re.compile(r"[.!?;]+[”’\")]*(?:\s|$)|\n"),
    clause=re.compile(r"[,:–—]+\s"),
    denies=re.compile(
        r"\b(?:never|not|no(?! doubt)|cannot|nobody|none|neither|nor|without(?! fail| doubt)|refuse|refuses|avoid|nothing"
        r"|instead of|rather than|hardly|unlikely|no one|beware|warn)\b|n['’]t\b",
        re.IGNORECASE,
    ),
    forbids=re.compile(
        r"\b(?:never|nobody|no one|refuse|avoid|(?:do|must|should|will|does) not(?! worry| panic))\b"
        r"|n['’]t\b(?! worry| panic)|^\s*not\b",
        re.IGNORECASE,
    ),
    condition=re.compile(
        r"^\s*(?:if|when|where|because|since|while|unless|until|to|so)\b", re.IGNORECASE
    ),
    supposes=re.compile(r"^\s*(?:and |or |but )?(?:if|when|where|unless|whether)\b", re.IGNORECASE),
    turns=re.compile(
        r"\b(?:please|then|but|instead|we need|you should|you must|you can|simply|just|now)\b",
        re.IGNORECASE,
    ),
    asks=re.compile(
        r"\b(?:please|us|we|our|support|agent|staff|adviser|you (?:must|need))\b", re.IGNORECASE
    ),
    others=re.compile(
        r"\b(?:someone|anyone|somebody|anybody|whoever|who|scam\w*|fraud\w*|fake|callers?|strangers?"
        r"|they|he|she|them|asks?|asked|asking|wants?|wanted|demand\w*|claim\w*|pretend\w*|gave"
        r"|given|told|sent|shared|entered|said|says?|promis(?:es|ed|ing)|tricked?|tricks?|phish\w*|impost\w*|thie\w+"
        r"|steal\w*|whether|have you|did you|had you|makes? you|made me|wanting|getting you)\b",
        re.IGNORECASE,
    ),
    impostors=re.compile(
        r"\b(?:scam\w*|fraudsters?|fake|callers?|strangers?|claim\w* to be|claiming|pretend\w*"
        r"|impost\w*|phish\w*|anyone who|whoever|someone|somebody|they (?:say|want|ask|tell)|thie\w+|tricks?)\b",
        re.IGNORECASE,
    ),
)
_TONGUES = {"zh": _ZH, "en": _EN}


def meant(
    text: str, locale: Locale, pattern: re.Pattern[str], unless: re.Pattern[str] | None = None
) -> Iterator[str]:
    """What a text matches and means: the matches that are neither denied nor told of others.

    Sentences in which `unless` is found are passed over.
    """
    if not pattern.search(text):
        return
    tongue = _TONGUES[locale]
    for sentence in tongue.sentence.split(text):
        if unless and unless.search(sentence):
            continue
        forbidden = False
        for clause in tongue.clause.split(sentence):
            if tongue.turns.search(clause):
                forbidden = False
            found = pattern.search(clause)
            if found and not forbidden and not _excused(tongue, sentence, clause, found.end()):
                yield found.group()
            conditional = tongue.condition.search(clause)
            forbidden = forbidden or bool(tongue.forbids.search(clause) and not conditional)


def _excused(tongue: _Tongue, sentence: str, clause: str, end: int) -> bool:
    """Whether a match that ends at `end` of its clause is denied, or what somebody else wants."""
    if tongue.denies.search(clause[:end]):
        return True
    asks = tongue.asks.search(clause)
    if tongue.supposes.search(clause) and not asks:
        return True
    told = tongue.impostors if asks else tongue.others
    return told.search(sentence) is not None
