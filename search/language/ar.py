"""Arabic: its particles, pronouns and question words; a light stemmer; the plurals that no stemmer joins.

The stemmer takes away what Larkey, Ballesteros and Connell's "light10" (2002) does: the article with what may stand
before it, and the endings. Snowball's leaves والمدرسة whole, and makes قان of القانون and قانون of قانون.
"""

from search.language.words import Language, fold, replaced, rules, stop_words

STOPS = """
في من على إلى عن مع هذا هذه ذلك تلك هؤلاء أولئك الذي التي الذين اللذان اللتان اللواتي اللاتي ما ماذا متى أين كيف
كم لماذا هل لا لم لن ليس ليست ليسوا إن أن إذا لو لكن بل ثم أو أم و ف ب ل ك قد سوف كان كانت كانوا يكون
تكون هو هي هم هن أنا نحن أنت أنتم كل بعض غير بين عند عندما منذ حتى حيث قبل بعد خلال حول تحت فوق دون سوى أي أية به بها
بهم له لها لهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها إليهم عنه عنها عنهم وهو وهي وهم ولا وما وقد ومن
وفي وعلى وكان وكانت كما مما عما فيما بما لما إلا أما إما لدى لدي أيضا هنا هناك نحو ضد عبر مثل
"""

ASKING = """
لمن بمن ممن عمن مم عم بم لم فيم علام إلام بماذا ولماذا وكيف وأين ومتى وكم وهل بكم أيهما أيهم أيها عدد
يمكن تم يتم تمت وأن بأن لأن وإن فإن ولكن ولم ولن ذات وذلك وهذا وهذه والتي والذي والذين بعد وبعد كذلك
"""

# Broken plurals, beside the words that they are of; found also behind an article.
PLURALS = """
أطفال طفل · نساء امرأة · مرأة امرأة · حقوق حق · مدارس مدرسة · قوانين قانون · دول دولة · أسر أسرة · فتيات فتاة
أولاد ولد · رجال رجل · أشخاص شخص · أفراد فرد · شعوب شعب · مدن مدينة · بلدان بلد · بلاد بلد · مناطق منطقة
محاكم محكمة · قضاة قاضي · أحكام حكم · جرائم جريمة · سجون سجن · لجان لجنة · تقارير تقرير · برامج برنامج
سياسات سياسة · خطط خطة · تدابير تدبير · موارد مورد · خدمات خدمة · أعمال عمل · عمال عامل · طلاب طالب · مراكز مركز
منازل منزل · بيوت بيت · كتب كتاب · لغات لغة · أنواع نوع · أسباب سبب · نتائج نتيجة · آثار أثر · مبادئ مبدأ · معايير معيار
أهداف هدف · حروب حرب · جيوش جيش · ملوك ملك · رؤساء رئيس · وزراء وزير · علماء عالم · فرق فريق · نقاط نقطة · شهور شهر
أشهر شهر · سنوات سنة · سنين سنة · أعوام عام · أيام يوم · قرون قرن · أسماء اسم · أرقام رقم · أجزاء جزء · أعضاء عضو
"""

# "Parents" begins as "and the" does.
PARENTS = "والد والدة والدين والدان والدي والده والدته والديه والديهم والدها والداه الوالد الوالدة الوالدين الوالدان"


# "And" is taken away behind the article too, so that الوزير and وزير stay one word.
BEFORE = rules((r"^و(?=...)", ""), (r"^(?:ال|بال|كال|فال|لل)(?=..)", ""), (r"^و(?=...)", ""))


def irregular() -> dict[str, str]:
    pairs = [pair.split() for line in PLURALS.splitlines() for pair in line.split("·") if pair.strip()]
    return {fold(several): replaced(fold(one), BEFORE) for several, one in pairs} | dict.fromkeys(
        map(fold, PARENTS.split()), "والد"
    )


AFTER = rules(*((rf"(?<=..){ending}$", "") for ending in ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")))

ARABIC = Language(code="ar", stops=stop_words(STOPS, ASKING), irregular=irregular(), before=BEFORE, after=AFTER)
