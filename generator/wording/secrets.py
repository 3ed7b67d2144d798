"""Requests for what nobody legitimate asks for: passwords, codes, full numbers of cards."""

import re
from collections.abc import Iterator, Mapping

from generator.problems import Problem
from generator.schema import Locale
from generator.wording.clauses import meant
from generator.wording.passages import Wording

_ZH_NOUNS = (
    r"(?<!改)(?<!修改)(?<!重置)(?<!设置)(?<!忘记)(?<!找回)(?<!设)(?:支付|登录|银行卡|交易|取款)?密码(?!重置|提示|错|已|改|没)"
    r"|(?:短信)?(?:验证码|校验码|动态码)|动态口令|口令|CVV2?|安全码|助记词|私钥"
    r"|完整的?(?:银行)?卡号|银行卡号(?!.{0,3}(?:后|末|最后))|(?:完整的?)?身份证号码?(?!.{0,3}(?:后|末|最后))"
)
_ZH_VERBS = (
    r"提供|告知|告诉|发送|发来|发给|发到|发过来|发我|转发|上报|报给|报一下|报出|报上|念给|念出|说出|回复|上传|交给|给到|出示"
    r"|提交|补充|私信"
)
_ZH = re.compile(
    rf"(?:{_ZH_VERBS})(?!.{{0,4}}(?:后|末|最后)).{{0,12}}?(?:{_ZH_NOUNS})"
    rf"|(?:把|将).{{0,14}}(?:{_ZH_NOUNS}).{{0,12}}?(?:{_ZH_VERBS}|念|报|给)"
    rf"|(?:{_ZH_NOUNS}).{{0,6}}?(?:{_ZH_VERBS}|给)(?:我们|客服|工作人员|专员|他|她|对方|银行|警方|平台|我)"
    rf"|(?:{_ZH_NOUNS})发我|麻烦.{{0,10}}(?:{_ZH_NOUNS}).{{0,4}}发"
    rf"|(?:我们|客服|本站|专员|工作人员|平台)(?:会|需要|要|将|得|须|必须).{{0,8}}?(?:{_ZH_NOUNS})"
    rf"|(?:请您?|需要?您?|务必|麻烦您?)(?:报|念|说|给|写|填|留)(?:一下|出|上|下)?.{{0,8}}?(?:{_ZH_NOUNS})"
    rf"|需要您的(?:{_ZH_NOUNS})|您的(?:{_ZH_NOUNS})(?:是什么|是多少|多少)"
)
_EN_NOUNS = (
    r"(?:(?:login|payment|account|wallet)\s)?passwords?|PINs?\b|passcodes?"
    r"|(?:one-time|verification|security|sms|text|login|confirmation)\s(?:pass)?codes?|OTPs?\b"
    r"|\b(?:your|a|the text) code\b(?!\s(?:on|of|in))|\bthe (?:\S+ )?code (?:that )?(?:you|we)\b|CVV2?|CVC"
    r"|your card number\b|(?:full|whole|complete)\s(?:card|bank card|ID|identity)\s(?:card\s)?numbers?"
    r"|(?:seed|recovery)\sphrases?|private\skeys?"
)
_EN_VERBS = (
    r"\b(?:give|tell|(?<!will )send|share(?! an? )|provide|(?:confirm|quote|state)(?= your)|read out|read(?= your)"
    r"|reply with|e?mail|text|message|supply|submit|hand over|pass on|forward|let (?:us|me) (?:know|have))\b"
)
_EN_GAP = r"(?:(?!(?:that|when|whether|how|if|which|to)\s)\S+\s)"
_EN = re.compile(
    rf"{_EN_VERBS}\s{_EN_GAP}{{0,8}}?(?:{_EN_NOUNS})"
    rf"|\b(?:type|post|enter|write|put)\s{_EN_GAP}{{0,4}}?(?:{_EN_NOUNS})\s(?:here|(?:in|into) (?:the|this|your) (?:chat|reply|message|e-?mail|form))"
    rf"|\b(?:we|support|our \w+|staff|agents?|advisers?)(?:['’]d|\swould)?\s(?:(?:will|may|might|must|do)\s)?"
    rf"(?:needs?|asks? for|asks? you for|requires?|wants?|like)\s{_EN_GAP}{{0,5}}?(?:{_EN_NOUNS})"
    rf"|\bwhat is your\s(?:{_EN_NOUNS})"
    rf"|\b(?:need|required) to (?:know|have) your\s(?:{_EN_NOUNS})",
    re.IGNORECASE,
)


_HINTS: Mapping[Locale, tuple[str, ...]] = {
    "zh": ("码", "口令", "cvv", "助记词", "私钥", "卡号", "身份证号"),
    "en": ("password", "pin", "code", "otp", "cvv", "cvc", "number", "phrase", "key"),
}
"""What every secret's name holds one of; lines without are passed over fast."""


def asked(line: str, locale: Locale) -> Iterator[str]:
    """What a line asks a reader to give away."""
    low = line.lower()
    if any(hint in low for hint in _HINTS[locale]):
        yield from meant(line, locale, _ZH if locale == "zh" else _EN)


def asks_for_secrets(wording: Wording) -> Iterator[Problem]:
    """W504: somebody is asked for a secret, or told to give it away."""
    for said in wording.advised():
        for line in said.lines:
            for found in asked(line, said.locale):
                yield Problem(
                    code="W504",
                    place=said.place,
                    what=f"This asks for a secret: “{found}”.",
                    mend="Ask for the transaction number, the time, the last digits instead.",
                )
