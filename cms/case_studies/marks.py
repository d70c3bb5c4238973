"""What the lines of the series begin with: phases, purposes, tips, bullets, page numbers."""

import re

DASH = r"[-‐‑‒–—―−]"
NUMBER = r"(?:\d{1,2}|[IVX]{1,4}|ONE|TWO|THREE|FOUR|FIVE|UN|DEUX|TROIS|QUATRE|CINQ|UNO|DOS|TRES|CUATRO|CINCO)"
ORDINAL = (
    r"(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|PREMI[EÈ]RE|DEUXI[EÈ]ME|TROISI[EÈ]ME|QUATRI[EÈ]ME|CINQUI[EÈ]ME"
    r"|PRIMERA|SEGUNDA|TERCERA|CUARTA|QUINTA|\d(?:[èe]re|er|e|[èe]me|st|nd|rd|th|[aª.]{1,2}))"
)
STAGE = r"(?:PHASE|FASE|[EÉ]TAPE|ETAPA|STEP|STAGE|PASO|VOLET)"
# "PHASE 1 – TITLE", "Fase II: título", "Étape n° 3"; the second form stands without a mark between.
PHASE = re.compile(
    rf"^(?:{STAGE}\s+(?:n[°ºo]\.?\s*)?{NUMBER}|{ORDINAL}\s+{STAGE})\s*(?P<mark>{DASH}+|[:.|)])?\s*(?P<title>.*)$",
    re.IGNORECASE,
)
OF_THE_PHASE = r"(?:\s+(?:de la|de cette|of the|of this|de esta)\s+(?:phase|étape|etape|fase|etapa|step|stage))?"
PURPOSE = re.compile(
    rf"^(?:but|buts|objectifs?|objet|finalit[eé]|purpose|aims?|goals?|objectives?|objetivos?|finalidad|prop[oó]sito|meta"
    rf"){OF_THE_PHASE}\s*(?::|\s{DASH}\s)\s*(.*)$",
    re.IGNORECASE,
)
TIP_WORD = (
    r"(?:conseils?|astuces?|bon\s+[aà]\s+savoir|tips?|advice|hints?|good\s+to\s+know|consejos?|sugerencias?|trucos?)"
    r"(?:\s+(?:utiles?|pratiques?|pr[aá]cticos?|[uú]til(?:es)?|practical))?(?:\s+(?:n[°ºo]\s*)?\d{1,2})?"
)
TIP = re.compile(
    rf"^[^\w(«“\"]*(?P<word>{TIP_WORD})\s*(?P<mark>:|\s?!|\s{DASH}\s|\.\s|$)\s*(?P<said>.*)$", re.IGNORECASE
)
# What only names the list that follows.
LABEL = re.compile(
    r"^(?:steps|activities|actions|étapes|etapes|activités|activites|actions menées|pasos|actividades|acciones)"
    r"\s*:$",
    re.IGNORECASE,
)
SIGNS = "■□▪▫●○◦•‣⁃∙·*➢➤►▶▸→➔➜❖◆◇♦✓✔⇒»§¤\uf0b7\uf0a7"
# How points are numbered: "3.", "(3)", "3/", "3 –", "2.3", "b)", "(iv)", "C.".
ROMAN = r"(?:x?(?:ix|iv|v?i{1,3}|v)|x)"
ORDER = (
    rf"(?:\(?(?:\d{{1,2}}|[a-hA-H]|{ROMAN}|{ROMAN.upper()})[.)]|\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\.?"
    rf"|\d{{1,2}}\s?(?:/|°|º|{DASH}))(?=\s)\s*"
)
NUMBERED = re.compile(rf"^{ORDER}(.*)$")
BULLET = re.compile(rf"^(?:[{SIGNS}]+\s*|(?:{DASH}+|\+)(?=\s)\s*|{ORDER})(.*)$")
# A letter that Word's lists use as a bullet, and Spanish as a word: only before a capital.
ROUND = re.compile(r"^[oO0§ü]\s+(?=[A-ZÀ-Ý«“¿¡])(.*)$")
PAGE_NUMBER = re.compile(
    r"^[\[(|]?\s*(?:page|p\.|página|pág\.)?\s*[-–—|•]?\s*(?:\d{1,3}|[ivx]{1,5})\s*[-–—|•]?(?:\s*(?:/|of|sur|de)\s*\d{1,3})?"
    r"\s*[\])|]?$",
    re.IGNORECASE,
)
# The kind of document above its title: "Case study no. 4".
KICKER = re.compile(
    r"^(?:case stud(?:y|ies)|[eé]tudes? de cas|estudios? de casos?|follow-up case stud(?:y|ies))"
    rf"\s*(?:(?:series|s[eé]rie)\s*)?(?:(?:n[°ºo.]*|no\.?|num\.?|#)?\s*\d{{1,3}})?\s*(?:{DASH}|:)?\s*$",
    re.IGNORECASE,
)
