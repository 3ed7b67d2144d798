"""Promises that money comes back: nobody can keep them."""

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.schema import Locale
from generator.wording.clauses import meant
from generator.wording.passages import Wording

_ZH_BACK = (
    r"追回|追得回|退回|退还|退款|退钱|找回|找得回|拿回|要回|讨回|赔付|赔偿|赔给|回来|挽回|返还|到账"
)
_ZH = re.compile(
    rf"(?:一定(?!要|先|别|不)|肯定|必定|绝对|百分之?百|百分百|100\s?[%％]|准能|铁定|包您|包(?=退|赔|追)|必(?=能|会|可|退|赔))"
    rf".{{0,10}}?(?:{_ZH_BACK}|退|赔)"
    rf"|(?:保证|承诺|担保|确保)(?!金|书|人).{{0,10}}?(?:{_ZH_BACK})"
    rf"|(?:钱|款|资金|损失).{{0,4}}(?:一定|肯定|保证|绝对|必).{{0,6}}(?:{_ZH_BACK}|退|赔)"
    r"|(?:全额|如数|全部|悉数)(?:能|会|都能|都会|可以)?(?:追回|找回|拿回|要回)"
    r"|(?:能|会)(?:全额|如数|全部|悉数)(?:追回|退还|找回|拿回|赔付|要回)"
    r"|(?:我们|客服|警方|银行|平台)(?:会|能|可以|将)(?:帮您|替您|为您|把钱)?(?:追回|拿回|要回|找回)"
    r"|(?:您|你)(?:会|能|可以)(?:拿回|要回|追回)(?:您的|你的|这笔|全部)?(?:钱|款|损失)"
    r"|(?:我们|平台|客服|银行|警方)(?:会|将|能|可以).{0,2}(?:全额|如数|全部|悉数)(?:退|赔|还)"
    r"|百分之?百.{0,3}成功|钱(?:丢不了|跑不了)|包在我们身上"
)
_EN_MONEY = r"(?:your|the|all(?: of)?(?: your| the)?|every \w+ of(?: your)?|it all|it|this)\s?(?:money|funds|payment|loss(?:es)?|sum|refund|amount)?"
_EN_WHO = (
    r"(?:you|we|they|the (?:bank|wallet|police|platform)|support|our \w+)"
    r"(?:\swill|['’]ll|\scan|\sare (?:sure|certain) to)"
)
_EN = re.compile(
    rf"\b{_EN_WHO}"
    rf"\s(?:\w+ly\s|always\s|surely\s|soon\s)?(?:get|have|recover|reclaim|win|bring)\s{_EN_MONEY}\s?back\b"
    rf"|\b{_EN_WHO}"
    rf"\s(?:\w+ly\s|always\s|surely\s)?(?:recover|retrieve|reclaim)\s{_EN_MONEY}"
    r"|\bguarantee[sd]?\b.{0,40}?(?:refund|recover|return|money|back|repaid|repay|reimburse)"
    r"|\b(?:refunds?|recovery|returns?|money|repayment|reimbursement|funds)\b.{0,15}?\b(?:is|are|will be|'s)\s(?:\w+\s)?guaranteed"
    r"|\bguaranteed\s(?:refund|recovery|return|repayment)"
    r"|\b(?:definitely|certainly|surely|undoubtedly|for sure|without doubt)\b.{0,30}?(?:back\b|refund|recover|reimburse|repaid|returned)"
    r"|\b(?:refunded|recovered|reimbursed|repaid|returned|back)\s(?:for sure|for certain|without fail|guaranteed)"
    r"|\bwe promise\b.{0,40}?(?:refund|recover|return|money|back)"
    r"|\b(?:100|hundred)\s?(?:%|per\s?cent\b).{0,20}(?:refund|recover|back)"
    r"|\byour money (?:is (?:perfectly |completely |totally )?safe|(?:will|['’]ll) (?:\w+ly )?(?:come |be )back)\b"
    r"|\byou(?:\swill|['’]ll)\s(?:receive|get|have)\s(?:a|your)\sfull\s(?:refund|repayment)\b"
    r"|\bmake sure (?:that )?you (?:get|recover|receive)\b.{0,30}(?:back|refund|money)"
    r"|\bsure (?:that )?you (?:will )?get\b.{0,30}back\b|\brefund is (?:certain|sure)\b"
    r"|\bno doubt\b.{0,30}?(?:back\b|refund|recover|reimburse|repaid|returned)",
    re.IGNORECASE,
)


_DUTY = {
    "zh": re.compile(r"应当|规定|条例|法律"),
    "en": re.compile(
        r"\b(?:rules?|laws?|regulations?|must (?:refund|repay|return|pay|promise))\b", re.IGNORECASE
    ),
}
"""What the law demands of others is no promise of ours."""
_HINTS = (
    "back", "recover", "refund", "guarant", "retriev", "reclaim", "return", "repa", "reimburs", "safe",
)  # fmt: skip
"""What every promise in English holds one of; lines without are passed over fast."""
_QUOTED = re.compile(r"“[^”]*”|「[^」]*」")
"""Nor is what we quote."""


def promised(line: str, locale: Locale) -> Iterator[str]:
    """What a line promises."""
    low = line.lower()
    hinted = locale == "zh" or any(hint in low for hint in _HINTS)
    if hinted:
        own = _QUOTED.sub("“”", line)
        yield from meant(own, locale, _ZH if locale == "zh" else _EN, _DUTY[locale])


def promises_recovery(wording: Wording) -> Iterator[Problem]:
    """W505: recovery of money is promised."""
    for said in wording.advised():
        for line in said.lines:
            for found in promised(line, said.locale):
                yield Problem(
                    code="W505",
                    place=said.place,
                    what=f"This promises that money comes back: “{found}”.",
                    mend="Say what raises the chance, by when, and that nobody can promise it.",
                )
