"""The legal grounds on which an item is closed to the public."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalGround(models.TextChoices):
    """The provisions that secretaries here refer to; any other is written as text.

    Kommunestyrelsesloven § 10 lets the council close the doors when the nature of the case makes it necessary. Offentlighedsloven and
    forvaltningsloven say which information is kept from the public at all.
    """

    NATURE_OF_THE_CASE = "ksl_10", _("Kommunestyrelsesloven § 10: the nature of the case")
    EMPLOYMENT = "ofl_21", _("Offentlighedsloven § 21: somebody's employment")
    INTERNAL = "ofl_23", _("Offentlighedsloven § 23: internal documents")
    PRIVATE_LIFE = "ofl_30_1", _("Offentlighedsloven § 30, no. 1: private, including economic, circumstances of individuals")
    BUSINESS = "ofl_30_2", _("Offentlighedsloven § 30, no. 2: technical, operating or business matters")
    OFFENCES = "ofl_33_1", _("Offentlighedsloven § 33, no. 1: offences and those involved in them")
    PUBLIC_ECONOMY = "ofl_33_3", _("Offentlighedsloven § 33, no. 3: the economic interests of the public")
    OTHER_INTERESTS = "ofl_33_5", _("Offentlighedsloven § 33, no. 5: other private and public interests")
    SECRECY_BY_LAW = "ofl_35", _("Offentlighedsloven § 35: secrecy laid down by law")
    SECRECY = "fvl_27", _("Forvaltningsloven § 27: the duty of secrecy")
    OTHER = "other", _("another ground, written below")
