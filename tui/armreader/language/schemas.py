"""The schema of each word table: its columns, their values, and what must be unique."""

from __future__ import annotations

from collections.abc import Mapping

from armreader.language.columns import Column, Schema

_WORD = r"[^\s,]*[^\s,A-Z][^\s,]*|I"
_PHRASE = r"[^\s,]+(?: [^\s,]+){0,7}"
_SENTENCE = r"[A-ZÀ-Þ].*[.:]"
_FORMS = r"[^\s,]*(?:, ?[^\s,]+|,)*"
"""Inflected forms separated by commas; some may be left out."""


def _list(name: str, form: str = _WORD) -> Schema:
    return Schema((Column(name, form),))


def _pairs(first: str, second: Column, form: str = _PHRASE) -> Schema:
    return Schema((Column(first, form), second))


def _groups(heading: Column, word: Column) -> Schema:
    return Schema((heading, word), (0, 1))


def _choice(name: str, *words: str, optional: bool = False) -> Column:
    return Column(name, "|".join(words), optional=optional)


_WORDS = (
    "adjunct_words", "agentless_nouns", "calendar_words", "compound_tails", "contesting_verbs",
    "documents", "elisions", "events_things", "honorifics", "lettered_words", "name_particles",
    "name_prefixes", "name_suffixes", "named_kinds", "negations", "not_names", "occasions",
    "organisations", "people_words", "person_nouns", "place_heads", "quantities_comparing",
    "quantities_moving", "quantities_numbered", "quantities_spreading", "quantities_uncounted",
    "quantities_wanting", "rank_words", "saying_nouns", "sentence_openers", "speaking_things",
    "things", "title_modifiers", "title_surnames", "titles_of_address", "unsaid", "until_words",
    "words_of_asking", "grammar/clausal_verbs", "grammar/clause_or_noun_verbs", "grammar/days",
    "grammar/fact_nouns", "grammar/gerund_verbs",
    "grammar/headline_verbs", "grammar/infinitive_verbs", "grammar/negations",
    "grammar/thinking_verbs", "grammar/time_nouns", "grammar/two_objects", "grammar/verbs",
    "grammar/wanting_verbs", "reading/byline_words", "reading/caption_verbs",
    "reading/compound_heads", "reading/outlet_marks",
)  # fmt: skip
"""Tables that list one word a line and nothing else."""

_PROPOSITION_PARTS = (
    "part alluding answering answers asking beginning bound calling changing charging closely "
    "condition dangling denied elsewhere emerging empty entrusting explaining factive framing "
    "habit happening hearing incomplete indefinite intending intransitive joining judging lasting "
    "laws leaning light likening linking making message occurrence opening outcome perceiving "
    "pictures planned plural pointing possible quantifying remarking said somebody sourceless "
    "speaking spoken state striking supposed taking things toll transitive turning unavailable "
    "undefined undergoing unfinished wanting which wording"
)
"""What words may be to a proposition."""
_PHRASES = ("events_nouns", "grammar/headline_phrases", "institutions", "places", "regions",
            "reading/agencies", "reading/photo_credits", "reading/section_names", "storms",
            "reading/no_authors", "reading/no_texts", "reading/reading_apps")  # fmt: skip
"""Tables that list one name or phrase a line."""

_REASONS = ("events", "linking", "quotes", "reading", "statements", "times")

_GENDER = _choice("gender", "m", "f", "-")
_EVENT_CLASS = Column("family.class", r"[a-z]+\.[a-z]+")
_RULE = Column("rule", r"[a-z]+(?:-[a-z]+)*")

SCHEMAS: Mapping[str, Schema] = {
    **{table: _list("word") for table in _WORDS},
    **{table: _list("name or phrase", _PHRASE) for table in _PHRASES},
    **{f"reasons/{room}": Schema((_RULE, Column("sentence", _SENTENCE))) for room in _REASONS},
    "abbreviated_states": _pairs("state", Column("name", r"[A-Z][A-Za-z ]+"), r"[a-z.]+"),
    "abbreviations": _pairs("word", _choice("where", "before", "number", "either")),
    "common_terms": _pairs("term", Column("in how many of a thousand", r"\d+")),
    "control_verbs": Schema(
        (
            Column("lemma", _WORD),
            _choice("what follows", "done", "open"),
            Column("irregular forms", _FORMS, optional=True),
        )
    ),
    "colour_idioms": _groups(Column("verb", _WORD), Column("noun", _WORD)),
    "countries": Schema(
        (
            Column("name", _PHRASE),
            Column("capital", rf"(?:{_PHRASE})?", optional=True),
            Column("people", r"(?:[^,]+(?:, ?[^,]+)*)?", optional=True),
            Column("other names", r"[^,]+(?:, ?[^,]+)*", optional=True),
        )
    ),
    "descriptions": _pairs("noun", _GENDER),
    "kin_words": _pairs("noun", _GENDER),
    "events_classes": Schema(
        (_EVENT_CLASS, _choice("part", "verb", "noun"), Column("word", _PHRASE)), (0, 1, 2)
    ),
    "events_context": _groups(
        _choice(
            *("part", "determiner", "preposition", "verbal", "auxiliary", "adverb", "coordinator"),
            *("subordinator", "modal", "elsewhere", "simultaneous", "never", "extent"),
        ),
        Column("word", _PHRASE),
    ),
    "events_irregular": Schema(
        (Column("base", _WORD), Column("past", _FORMS), Column("past participle", _FORMS))
    ),
    "events_status": _groups(
        _choice("status", "denied", "planned", "hypothetical"), Column("cue", _PHRASE)
    ),
    "events_verbs": _groups(
        _choice("kind", "light", "state", "event", "weak"), Column("verb", _PHRASE)
    ),
    "function_words": Schema(
        (
            Column("word", _WORD),
            _choice(
                *("class", "determiner", "possessive", "pronoun", "preposition", "conjunction"),
                *("auxiliary", "adverb"),
            ),
        ),
        (0, 1),
    ),
    "given_names": _pairs("name", _GENDER),
    "grammar/irregular": Schema(
        (Column("form", _WORD), _choice("tag", "MD", "VB", "NN"), Column("lemma", _WORD)), (0, 1)
    ),
    "grammar/subordinators": _pairs("word", _choice("when", "always", "perhaps")),
    "grammar/word_tags": _pairs("word", Column("tags", r"[A-Z]+(/[A-Z]+)*|\$")),
    "grammar/two_words": _pairs("word", Column("letters of the first", r"\d")),
    "months": _pairs("name", Column("number", r"[1-9]|1[0-2]")),
    "name_styles": _pairs("title", _choice("when", "always", "repeated")),
    "news_agencies": _pairs("agency", Column("names", r"[^,]+(?:, [^,]+)*")),
    "other_readings": _pairs("rule or choice", Column("words", r"[A-Z].*")),
    "proposition_words": _groups(_choice(*_PROPOSITION_PARTS.split()), Column("word", _PHRASE)),
    "quantities_bounds": Schema(
        (
            Column("words", _PHRASE),
            _choice("bound", "at_least", "at_most", "about"),
            _choice("place", "before", "after"),
        ),
        (0, 2),
    ),
    "quantities_cues": _pairs("words", _choice("meaning", "supposed", "relative", "earlier")),
    "quantities_estimating": _pairs("lemma", _choice("clause", "own", optional=True)),
    "quantities_kinds_of_role": _pairs(
        "role", _choice("kind", "fixed", "growing", "state", "output")
    ),
    "quantities_levels": _pairs("word", _choice("level", "water", "ground")),
    "quantities_role_words": _pairs("role", Column("words", _PHRASE)),
    "quantities_roles": Schema(
        (
            Column("words", _PHRASE),
            Column("role", r"[a-z]+(?: [a-z]+)*"),
            Column(
                "dimensions",
                r"[a-z]+(?: rate)?(?:,[a-z]+(?: rate)?)*",
                of="dimension",
                between=",",
            ),
            _choice("place", "beside", optional=True),
        ),
        (0, 1, 2),
    ),
    "quantities_same_things": _groups(Column("general word", _WORD), Column("word", _WORD)),
    "quantities_units": Schema(
        (
            Column("spelling", r"\S+(?: \S+)*"),
            Column("unit", r"\S+(?: \S+)*|"),
            Column("dimension", r"[a-z]+(?: [A-Za-z]+)?"),
            Column("size", r"\d+(?:\.\d+)?(?:e-?\d+)?"),
        )
    ),
    "reading/bylines": _pairs("lead", _choice("who follows", "author", "credit")),
    "reading/date_words": _pairs("words", _choice("rank", "first", "later", "none")),
    "reading/export_labels": _pairs(
        "label",
        _choice("part", "title|byline|head|dateline|summary|body|tail|date|source"),
        r"\S.*",
    ),
    "reading/export_marks": Schema(
        (
            _choice("dialect", "lexis", "nexis", "factiva", "any"),
            _choice("line", "start", "end", "words"),
            Column("whole line", r"\S.*"),
        ),
        (0, 1, 2),
    ),
    "reading/export_months": _pairs("month", Column("number", r"1[0-2]|[1-9]")),
    "reading/file_kinds": _pairs(
        "ending", Column("kind", r"[a-z]+", of="kind of file"), r"[a-z0-9_-]+"
    ),
    "reading/furniture": Schema(
        (
            Column("phrase", r"\S.*"),
            _choice("how it matches", "whole", "start", "label", "thread", "holds"),
        ),
        (0, 1),
    ),
    "reading/mail_headers": _pairs(
        "header", _choice("what it gives", "from", "date", "subject", "other"), r"[^\W\d_][\w-]*"
    ),
    "reading/page_classes": _pairs(
        "class",
        _choice("section", "furniture", "thread", "byline", "dateline", "summary", "caption"),
    ),
    "reading/record_keys": _pairs(
        "key",
        _choice(
            *("field", "title", "text", "highlight", "abstract", "summary", "note", "url", "date"),
            *("byline", "source", "slug"),
        ),
    ),
    "reading/unread_kinds": Schema(
        (Column("kind", r"[a-z]+"), Column("what it is", r"\S.*"), Column("advice", r"\S.*"))
    ),
    "reasons/search": Schema(
        (_RULE, Column("sentence", _SENTENCE), Column("in a few words", r"\S.*"))
    ),
    "reported_nouns": _pairs("noun", _choice("joins", "that", "to", "that to")),
    "saying_frames": Schema(
        (
            Column("frame", r"[a-z]+"),
            Column("example", r"[A-Z“].*[.?!”]"),
            Column("what is said", r".*"),
        ),
        (),
    ),
    "saying_verbs": Schema(
        (
            Column("lemma", _WORD),
            Column("irregular forms", _FORMS),
            Column("frames", r"[a-z]+(?: [a-z]+)*", of="saying_frames:0", between=" "),
        )
    ),
    "search_consonants": _pairs("letters", Column("counts as", r"-|[a-z]+")),
    "search_letters": _pairs("letters", Column("Latin", r"-|[a-z'’]+")),
    "search_names": Schema(
        (
            Column("name", _WORD),
            Column("other name", _WORD),
            *(Column("other name", _WORD, optional=True) for _ in range(8)),
        )
    ),
    "search_spellings": _pairs("spelling", Column("common way", r"[a-z$^]*|-")),
    "short_offices": _pairs("letters", Column("office", _PHRASE)),
    "times_approximate": _pairs("phrase", _choice("before", "any", "length")),
    "times_context": _groups(
        _choice(
            *("heading", "before-number", "after-number", "before-count", "after-number-glued"),
            *("street", "before-year", "before-move", "before-year-glued", "before-range"),
            *("ambiguous-month", "given-name-month", "before-month", "may-be-before-month"),
            *("after-month", "after-march", "after-name", "determiner", "before-age", "after-age"),
            *("before-rate", "before-clock", "after-noun", "money", "before-season", "after-day"),
            *("before-weekday-name", "after-weekday-name", "game", "sums", "after-season-name"),
            "before-past", "after-feast", "picture", "measured-in-tens", "award",
        ),
        Column("word", r"\S+"),
    ),
    "times_holidays": _pairs(
        "name", Column("when", r"\d\d-\d\d|\d\d-[1-7]-(?:-1|[1-5])(?:\+\d)?|easter[+-]\d+")
    ),
    "times_numbers": Schema(
        (
            Column("word", _WORD),
            Column("value", r"-?\d+(?:\.\d+)?"),
            _choice("kind", "article", "unit", "teen", "ten", "scale", "ordinal"),
        )
    ),
    "times_order": _groups(_choice("order", "day-first", "month-first"),
                           Column("word or ending", r"\.?[a-z]+")),
    "times_patterns": Schema(
        (
            Column("rule", r"\$?[a-z]+(?:-[a-z]+)*"),
            Column("builder", r"[a-z]+(?:-[a-z]+)*", of="builder"),
            Column("pattern", r"\S.*"),
            Column("example = value", r"\S.* = \S.*"),
        ),
        (0, 2),
    ),
    "times_pattern_parts": Schema((Column("part", r"\$[a-z]+"), Column("pattern", r"\S.*"))),
    "times_references": _pairs(
        "phrase", Column("value", r"(?:PRESENT|PAST|FUTURE)_REF|\d{4}-\d\d-\d\d")
    ),
    "times_tense": _groups(
        _choice(*("heading", "future", "modal", "auxiliary", "arranged", "past", "coming"),
                *("denied", "no-schedule", "plan", "stop", "unreal", "now", "happening"),
                *("up-to", "toward", "supposed", "may-be-noun", "before-noun", "apparent",
                  "brought-about", "plural-subject", "lasting", "not-yet",
                  "before-owned", "arranging", "forecasting")),
        Column("words", r"\S.*"),
    ),
    "times_words": Schema(
        (Column("word", r"\S+"), Column("class", r"[A-Z]+"), Column("value", r"\S+")), (0, 1)
    ),
    "titles": _pairs("title", _GENDER),
}  # fmt: skip
