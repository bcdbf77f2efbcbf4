"""Texts to try laws on: any text at all, and articles put together as news is written."""

from hypothesis import strategies as st

NAMES = (
    "Ana Ruiz",
    "President José Müller",
    "Señora Zoë Ångström-Núñez",
    "the mayor",
    "Nguyễn Thị Mai",
    "Ahmed al-Šarif",
    "officials",
    "a spokesman for the Élysée",
    "O’Neill",
    "she",
    "李明",
    "Ελένη Παπαδοπούλου",
    "a man in his 40s",
)
PLACES = (
    "São Tomé",
    "Zürich",
    "Kyiv",
    "St. Pölten",
    "the port of Málaga",
    "Co. Tyrone",
    "DR Congo",
)
TIMES = ("on Friday", "on 14 March 2025", "last week", "at 3.30 p.m.", "in the 1990s", "overnight")
DEEDS = (
    "closed the café",
    "was arrested",
    "have not signed the naïve façade deal",
    "may resign",
    "will reopen the coöperative because of the fire",
    "killed at least 12 people",
    "denied that the dam had burst",
    "paid €4.2m (£3.6m; ₹37 crore)",
    "is said to have left",
    "lost",
)
CUES = (
    "said",
    "told reporters",
    "warned",
    "claims",
    "added",
    "tweeted",
    "is believed to have said",
)
QUOTES = ("“”", '""', "‘’", "''", "«»", "„“", "”“", "“ ", "””", "``")
OPENINGS = ("", "- ", "• ", "1. ", "> ", "## ", "**", "\t", "  ", "\u200b")
ENDS = ("\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n", "\r", "\u2028", "\x0b", " ", "")
ODDITIES = (
    "",
    " 🚒🇺🇦👩\u200d🚒",
    " e\u0301\u0323\u0302",
    " \u202eoverride\u202c",
    "\u00a0—\u00a0",
    " [sic]",
    " …",
    " \x1b[31m",
    "\u00ad",
    " http://news.example/?q=%22",
    " <b>&amp;</b>",
    " ﷺ",
    " \ufeff",
    " 한국",
    " ﬁne",
)

any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """Return a sentence of an article, with or without the words of somebody in it."""
    who, whom, deed, more = (draw(st.sampled_from(words)) for words in (NAMES, NAMES, DEEDS, DEEDS))
    where, when, cue = (draw(st.sampled_from(words)) for words in (PLACES, TIMES, CUES))
    opened, closed = draw(st.sampled_from(QUOTES))
    plain = f"{whom} {deed}"
    return draw(
        st.sampled_from(
            [
                f"{who} {deed} in {where} {when}.",
                f"{who} {deed} and {more}, {whom} {cue} {when}.",
                f"{who} {cue} {when} that {plain} in {where}.",
                f"{opened}{plain},{closed} {who} {cue}. {opened}It {more}!{closed}",
                f"{opened}{plain},{closed} {cue} {who}, {opened}but it {more}.{closed}",
                f"According to {who}, {plain} in {where}, which {more}.",
                f"{who}: {opened}{plain}",
                f"{plain}{closed}.",
                f"Asked whether {plain}, {who} {cue} {opened}no{closed}.",
                f"{who}, who {more}, {deed} {when}; {plain}?",
                f"{where.upper()}: 3 dead, {plain}",
            ]
        )
    ) + draw(st.sampled_from(ODDITIES))


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Return a headline, perhaps points and a dateline, and paragraphs, oddly spaced."""
    place, time = draw(st.sampled_from(PLACES)), draw(st.sampled_from(TIMES))
    headline = f"{draw(st.sampled_from(NAMES))} {draw(st.sampled_from(DEEDS))}"
    dateline = draw(
        st.sampled_from(["", f"{place.upper()}, March 14 (Agency) – ", f"{place} — ", f"{time}: "])
    )
    parts = [headline, dateline + draw(sentences())]
    parts += draw(st.lists(st.one_of(sentences(), st.text(max_size=8)), max_size=5))
    return "".join(
        f"{draw(st.sampled_from(OPENINGS))}{part}{draw(st.sampled_from(ENDS))}" for part in parts
    )
