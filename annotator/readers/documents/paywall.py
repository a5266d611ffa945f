"""Signs that a saved web page holds only the beginning of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers.kinds.shape import word_count

_FREE = "isAccessibleForFree"
_NOT_FREE = re.compile(rf'"{_FREE}"\s{{0,5}}:\s{{0,5}}"?false', re.IGNORECASE)
_SHORT, _RATHER_SHORT = 150, 400
_LONG = 5_000
"""Characters; more are no stub, and need not be searched."""
_LAST = 4
"""The offer to subscribe is among the last paragraphs."""
_OFFER = re.compile(
    r"(?:subscribe|sign in|log in|register|create (?:a free|an) account)\b.{0,40}\b(?:to continue"
    r"|to read|to keep reading|for full access|for unlimited)"
    r"|to (?:continue|keep) reading|already a subscriber|for subscribers only|subscribers? only"
    r"|this (?:article|content|story) is (?:only )?(?:for|available to|reserved)"
    r"|weiterlesen mit|jetzt (?:weiterlesen|abonnieren|testen)|nur für abonnenten"
    r"|bereits abonnent|exklusiv für abonnent|mit (?:einem )?abo (?:lesen|weiterlesen)"
    r"|réservée?s? (?:à nos|aux) abonné|pour lire la suite|déjà abonné|abonnez-vous pour"
    r"|il vous reste \d|contenido exclusivo para suscriptores|suscríbete para|ya eres suscriptor"
    r"|para seguir leyendo|contenuto riservato agli abbonati|abbonati per (?:leggere|continuare)"
    r"|alleen voor abonnees|lees verder met|al abonnee|conteúdo exclusivo para assinantes"
    r"|читать полностью|только для подписчиков",
    re.IGNORECASE,
)


def paywall_warning(markup: str, paragraphs: Sequence[str]) -> str:
    """What to tell a person whose page seems to stop at a paywall; "" where nothing speaks for it.

    An offer to subscribe counts only below a short text: subscribers see it, too.
    """
    if sum(len(text) for text in paragraphs) > _LONG:
        return ""
    offered = any(_OFFER.search(text) for text in paragraphs[-_LAST:])
    costs = _FREE in markup and _NOT_FREE.search(markup) is not None
    words = sum(word_count(text) for text in paragraphs) if offered or costs else 0
    if offered and words < _RATHER_SHORT:
        reason = "it ends in an offer to subscribe"
    elif costs and words < _SHORT:
        reason = "it is short, and the page says that it is not free to read"
    else:
        return ""
    return f"the text may be cut off by a paywall ({reason}; {words:,} words): check the article"
