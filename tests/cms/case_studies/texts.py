"""Case studies in the layout of the series, written for the tests: one a language."""

FRENCH = """\
 La cloche du village

Cette série présente des actions de suivi menées par des associations. Elle est publiée pour
que d’autres puissent les imiter.

ORGANISATION :

Association des Cloches (ADC)

RÉSUMÉ :

Une cloche a été sonnée chaque matin pour rappeler aux élus les promesses
faites aux enfants.

Tout le village a écouté.

OBJECTIF :

Rappeler chaque promesse à la commune.

CALENDRIER :

mars 2014 – en cours

PROCESSUS :

PHASE 1 – CHOISIR LA CLOCHE

But : Trouver une cloche que l’on entend
de loin.

■■ Demander au curé.

■■ Essayer trois cloches, l’une après
l’autre, avec les enfants.

➜■CONSEIL : Une cloche fêlée porte

12

mieux qu’on ne croit.

PHASE 2 – SONNER AVEC L’ADC

■■ Sonner à sept heures.

Un voisin a protesté au début.

RÉSULTAT :

La commune a répondu.

IMPACT :

Trois promesses ont été tenues.

DÉFIS :

LE SOMMEIL

Tous ne se lèvent pas à sept heures.

LA PLUIE

Le toit fuit.

RECOMMANDATIONS POUR LES ÉTAPES À VENIR :

D’AUTRES VILLAGES

Prêter la cloche.

COORDONNÉES :

Mme Aline Carillon
Tél : +228 00 00 00 00
Email : adc@cloches.example
"""

ENGLISH = """\
The village bell

ORGANISATION: Bell Association

SUMMARY:

A bell was rung each morning.

TIMELINE:

March to June 2012

PROCESS:

PHASE 1 – CHOOSE

Purpose: Find a bell.

• Ask the priest.

TIP: A cracked bell carries far.

CHALLENGES:

Not all get up at seven.

NEXT STEPS:

LEND IT

To the next village.

CONTACT:

bell@bells.example
"""

SPANISH = """\
La campana

ORGANIZACIÓN:

Asociación de las Campanas

RESUMEN:

Se tocó una campana cada mañana para que los concejales oyeran.

CALENDARIO:

Desde mayo de 2015

PROCESO:

FASE 1 – ELEGIR

Objetivo: Hallar una campana.

- Preguntar al cura.

CONSEJO: Una campana rota suena lejos.

IMPACTO:

Se cumplieron tres promesas.

DESAFÍOS:

EL SUEÑO

No todos se levantan.

RECOMENDACIONES PARA LOS PRÓXIMOS PASOS:

OTROS PUEBLOS

Prestar la campana.

CONTACTO:

campana@campanas.example
"""
