"""The five parts of the world that the house counts by, and which of them a country lies in."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REGIONS: dict[str, str | Promise] = {
    "africa": _("Africa"),
    "americas": _("Americas"),
    "asia-pacific": _("Asia and the Pacific"),
    "europe-central-asia": _("Europe and Central Asia"),
    "mena": _("Middle East and North Africa"),
}
# By ISO 3166-1. Editors may group the countries of case studies anew (cms.models.Country); these stay as they are.
_COUNTRIES = {
    "africa": "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG "
    "RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW",
    "americas": "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN "
    "KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI",
    "asia-pacific": "AF AS AU BD BN BT CC CK CN CX FJ FM GU HK HM ID IN JP KH KI KP KR LA LK MH MM MN MO MP MV MY NC "
    "NF NP NR NU NZ PF PG PH PK PN PW SB SG TH TK TL TO TV UM VN VU WF WS",
    "europe-central-asia": "AD AL AM AT AX AZ BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GE GG GI GR HR HU IE IM IS "
    "IT JE KG KZ LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TJ TM TR UA UZ VA",
    "mena": "AE BH DZ EG EH IL IQ IR JO KW LB LY MA OM PS QA SA SY TN YE",
}
_REGION_OF = {code: region for region, codes in _COUNTRIES.items() for code in codes.split()}


def region_of(code: str) -> str:
    """The region of a country of ISO 3166-1, by its code; empty where there is none, as for Antarctica."""
    return _REGION_OF.get(code.upper(), "")
