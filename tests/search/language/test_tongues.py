"""What readers of each language take for the same word, and what they ask with."""

import pytest

from search.language.forms import analyser

# Every word of a line is the same to a reader.
SAME = {
    "fr": """
        cheval chevaux · hôpital hôpitaux · tribunal tribunaux · travail travaux · national nationale nationaux
        enfant l'enfant l’enfant d’enfants qu'enfant enfants · œuvre oeuvre d'œuvres · sœur soeurs · état etat l’État
        loi lois · roi rois · emploi emplois · jeu jeux · lieu lieux · élu élus · détenu détenus · délai délais
        actif active actives · vif vive · directeur directrice directrices · acteur actrices · protégé protege protégées
        éducation education éducatif éducative · discrimination discriminatoires · heureux heureuse
    """,
    "ar": """
        حق الحق حقوق الحقوق والحقوق للحقوق وحقوق · طفل أطفال اطفال الأطفال والأطفال بالأطفال للأطفال الطفل
        مدرسة المدرسة والمدرسة بالمدرسة للمدرسة مدارس والمدارس مدرسه · قانون القانون والقانون قوانين
        توصية التوصيات توصيات والتوصيات · اتفاقية اتفاقيات الاتفاقية · جامعة جامعات الجامعات · شركة شركات
        أوروبا اوروبا · آسيا اسيا أسيا · مستشفى مستشفيات المستشفى · كـتاب كِتَابٌ كتاب كتب · وزير الوزير والوزير وزراء
        والدين والديه والدة الوالدين · سنة سنوات السنوات · حماية الحماية وحماية والحماية · ٱلكتاب الكتاب
    """,
    "ru": """
        ребёнок ребенок ребёнка дети детей · право права прав правами · закон закона законов · ёлка елка
        год года лет годов · день дня дней днём · мать матери матерей · время времени времён · имя имени имена имён
        подросток подростка подростков подростки · отец отца отцов · рынок рынка рынки · девочка девочек девочки
        человек человека люди людей · школа школ школой · рекомендация рекомендаций рекомендациями
    """,
    "es": """
        mujer mujeres · hogar hogares · taller talleres · escolar escolares · joven jóvenes · orden órdenes
        juez jueces · voz voces · feliz felices · raíz raíces · ley leyes · región regiones region · niño niña niñas
        discriminación discriminatorios discriminar · educación educativo · índice índices
    """,
}
GROUPS = [
    (language, group.split())
    for language, text in SAME.items()
    for line in text.strip().splitlines()
    for group in line.split("·")
]
QUESTIONS = [
    (
        "fr",
        "Combien de ? Quand est-ce que ? Où était-il né ? ou etait-il ? Pourquoi ? Lesquelles ? Qu’est-ce que c’est ?",
    ),
    ("ar", "كم عدد؟ ما هو؟ من هي؟ متى كان؟ أين؟ اين؟ لماذا؟ هل؟ كيف؟ إلى الى ماذا وأين"),
    ("ru", "Сколько? Какая из них? Почему это? Где и когда? Чьё? Кого? ещё её что является которое"),
    ("es", "¿Cuántos? ¿Cuál es? ¿Cómo? ¿Cuándo? ¿Dónde está? ¿Quiénes son? ¿Qué? estan cuantas donde"),
    ("en", "How many? How much? Whose? Which? What is it? Who were they?"),
]


def stems(language: str, text: str) -> list[str]:
    return [forms.stem.strip() for forms in analyser(language).rows(text) if forms.stem]


@pytest.mark.parametrize(("language", "group"), GROUPS, ids=lambda value: value if isinstance(value, str) else value[0])
def test_a_word_meets_all_its_forms(language: str, group: list[str]) -> None:
    found = {word: stems(language, word) for word in group}

    assert len({tuple(several) for several in found.values()}) == 1, found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "voix", "voie"),
        ("es", "ley", "leer"),
        ("ar", "والدين", "دين"),
        ("ru", "суд", "судно"),
        ("en", "law", "lawn"),
    ],
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stems(language, one) != stems(language, other)


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_what_only_asks_weighs_nothing(language: str, text: str) -> None:
    left = [word for word in stems(language, text) if word not in {"ne", "n"}]

    assert left == []


@pytest.mark.parametrize(("language", "text"), [("fr", "été"), ("es", "Estado"), ("fr", "dès"), ("ru", "страна")])
def test_words_that_say_something_are_kept(language: str, text: str) -> None:
    assert len(stems(language, text)) == 1
