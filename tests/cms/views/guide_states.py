"""What the style guide's page says of each component in each of its states; frames are worn one at a time."""

STATES = {
    "audience": ['<span class="aud">Public', '<span class="aud m">Members', '<span class="aud s">Secretariat'],
    "brand": [
        "<b>Kite</b><span>The Kite Network for Children’s Rights</span></span></a>",
        "<b>Kite</b></span></a>",
        '<b><span lang="fr">Réseau Cerf-volant</span></b><span><span lang="fr">pour les droits',
        "<b>Kite</b><span>Members’ space</span></span></a>",
    ],
    "button": ['class="btn is-hover"', 'class="btn is-focus"', 'aria-describedby="whynot"', 'class="btn quiet slim "'],
    "chip": [
        '<b lang="fr">ministères</b>',
        '<a class="chip off" href="/styleguide/"><span>CRC = Committee',
        "<b>observations finales du Comité",
    ],
    "choice": ['value="follow-up" checked>', 'value="dissemination">', "et de suivi, sans étude"],
    "dots": ['<polygon class="k2"', '<polygon class="k4"', '<polygon class="k0"'],
    "empty": [
        "once the chair has signed them.</p></div>",
        '<a class="btn quiet slim" href="/styleguide/">Add a task</a></div>',
    ],
    "entrance_field": [
        'value="Teodora Wanjiku-Lindqvist" autocomplete="name">',
        'id="entrance_email_error"',
        'id="entrance_code_helptext"',
        'id="entrance_stay"',
    ],
    "error_summary": ['<a href="#id_start">', "<li>The meeting ends before it starts.</li>"],
    "facet": [
        '<details class="facet" open> <summary>Stage',
        '<details class="facet"> <summary>Many choices',
        'name="place" value="ke">',
        "<summary>Observations finales et suite",
    ],
    "field": [
        'value="Budget 2027" class="in"',
        'class="in is-focus"',
        'disabled id="field_number"',
        '<select name="choice" class="in"',
        '<textarea name="text"',
        'id="id_start_error"',
    ],
    "figure": ['<span class="num">112</span>', '<span class="num">67.8<small> %</small></span>', "exprimées pour les"],
    "find": ['value="enregistrement des naissances', 'aria-labelledby="findh"', 'value="" placeholder='],
    "glyph": ['<polygon class="k1" points="19.25,.9', '<path class="k1" d="M1 9h18', '<path class="k4" d="M1 29h18'],
    "help": ['<section class="cando" id="help"'],
    "item": [
        '<h3><a href="/styleguide/">A title that says',
        '<span class="lang">es</span></h3><p class="meta"><span>Perú</span></p><p lang="es" dir="auto">',
        '<h3><a lang="fr" dir="auto" href="/styleguide/">Faire entendre',
        '<p class="meta"></p>',
    ],
    "languages": ['hreflang="en" aria-current="true"', 'hreflang="fr"'],
    "letter_link": ['<a class="b" href="/styleguide/">'],
    "line": [
        '<ol class="line across">',
        '<li class="now" aria-current="step"><b>Now</b>',
        '<li class="todo"><b>Nothing to add</b></li>',
        '<li class="n2"><b>The next one</b>',
    ],
    "need": [
        '<li class="first"><p class="togo"><b class="num">4</b>',
        "<h3>Decision 2026/31: A pause of six months for new working groups</h3>",
        '<time datetime="2026-06-12T18:00:00+00:00">',
        '<span class="vh">: <span lang="fr">Faire entendre',
    ],
    "note": [
        '<div class="note ok" role="status"><h2>Your three votes',
        '<div class="note " role="status"><p>Without a title',
        '<div class="note bad" role="alert"><h2>The file is too large',
        "<h2>Le scrutin se termine",
    ],
    "notices": ['class="note ok" role="status"', 'class="note warn" role="status"', 'class="note bad" role="alert"'],
    "option": [
        'name="g1" value="for"><span>For</span><svg',
        'name="g2" value="against" checked>',
        'name="g3" value="abstain" disabled>',
        'name="g4" value="a"><span>Plan A: Asunción, October 2027</span></label>',
    ],
    "pages": [
        '<nav class="pages" aria-label="First page"> <ul class="plain"> <li><span aria-current="page">1</span>',
        '<a href="?page=3">Next</a>',
        '<li><span aria-current="page">3</span></li> </ul>',
        '<li><span aria-current="page">12</span></li>',
        "One page only: nothing is shown</p> </div>",
    ],
    "phase": [
        "<h3>Phase 2</h3>",
        '<div class="tip" role="note">',
        '<h3>Only steps</h3> <div class="stack"> <ol class="steps">',
        "Nobody is surprised.</p> </div> </div>",
    ],
    "picture": [
        'alt="The kite of the network." fetchpriority="high" height="480" loading="eager"',
        'alt="The kite, further down." decoding="async" height="480" loading="lazy"',
        'alt="" decoding="async"',
        'alt="This picture was withdrawn."',
        '<div class="offpaper"> <picture>',
    ],
    "race": [
        '<rect class="v" width="24" height="12"/><rect class="s" x="24" width="7"',
        '<rect class="v" width="20" height="12"/><rect class="x" x="20" width="5"',
        '<rect class="w" width="9" height="12"/><path',
        '<span class="tag off">Excluded, stage 2</span>',
    ],
    "rank": [
        'heard first.</span><span class="err">',
        "Finland</span></label><input",
        '<span class="soft"><span lang="fr">Je souhaite',
    ],
    "stepper": [
        '<li aria-current="step"><span class="num">1</span> Choose',
        '<li class="past"><span class="num">2</span> Check',
        "</span> Vérifier ce qui sera transmis",
    ],
    "symbol": ['points="4,8 76,8', 'points="12,4 50,4', 'points="8,3 40,11', '<path class="string" d="M12 36'],
    "table": [
        '<td role="cell" class="r" data-l="Francs">120.00</td>',
        '<td role="cell" data-l="State"> <span class="tag bad">Late</span>',
        '<tbody role="rowgroup"> </tbody>',
        "<caption>Décisions adoptées",
    ],
    "tag": ['class="tag ok"', 'class="tag warn"', 'class="tag bad"', 'class="tag off"'],
    "unprinted": ['<p class="onpaper small soft">Picture: The kite, on the screen only. (It is not printed.'],
}

# Component → what the guide says when it wears a frame.
IN_FRAMES = {
    "header": {
        "public": [">Sign in</a>", 'aria-label="Main"'],
        "known": [">Members’ space</a>", '<a href="/en/case-studies/" aria-current="page">'],
    },
    "footer": {"public": ['<footer class="foot band">']},
    "crumbs": {"public": ['<ol class="plain"><li><a href="/en/">Home'], "members": ['<a href="/en/today/">Today</a>']},
    "members_header": {
        "members": ["<p>For <b>Lantern Forum for Children</b></p>", "<summary>Teodora</summary>"],
        "several": ['value="lantern-forum" aria-current="true"', "you read for it", "Coalition malgache"],
        "staff": ["<p></p>", "<summary>Ilse</summary>", "Secretariat’s admin"],
        "stranger": ['<div class="acting strip">'],
    },
    "slim_footer": {
        "members": ["Times are shown in your time zone"],
        "stranger": ['<p class="end"> <a href="/en/priv'],
    },
    "entrance_header": {"entrance": ["Back to the public site"]},
    "languages": {"members": ['title="home page; this page is not translated"']},
}

# What only Wagtail's admin shows, and the head of a page that is shared.
ELSEWHERE = {"palette_widget", "social", "translated_widget"}
# A branch without a state of its own, and why: component → the condition as it stands there.
NOT_SEEN = {
    "crumbs": {"swap": "names a part of the page for search.js; nothing looks different"},
    "footer": {"front_door.canonical": "an address on paper, and the guide has none that others may keep"},
}
