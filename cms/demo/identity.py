"""The name of the Kite network; its looks are the house's own."""

from cms.demo.network import Network
from cms.languages import translated
from cms.models.settings import NetworkSettings


def build(network: Network) -> None:
    NetworkSettings.objects.create(
        name=translated(
            en="The Kite Network for Children’s Rights",
            fr="Réseau Cerf-volant pour les droits de l’enfant",
            es="Red Cometa por los derechos de la infancia",
            ar="شبكة كايت لحقوق الطفل",
        ),
        short_name=translated(en="Kite", fr="Cerf-volant", es="Cometa", ar="كايت"),
        line=translated(
            en="Network for Children’s Rights",
            fr="Réseau pour les droits de l’enfant",
            es="Red por los derechos de la infancia",
            ar="شبكة حقوق الطفل",
        ),
        imprint=translated(
            en="The Kite Network for Children’s Rights, Geneva",
            fr="Réseau Cerf-volant pour les droits de l’enfant, Genève",
            es="Red Cometa por los derechos de la infancia, Ginebra",
            ar="شبكة كايت لحقوق الطفل، جنيف",
        ),
    )
