"""Rules for stretches of the calendar that no month names: years, decades, centuries, seasons.

So too quarters, fiscal years and the periods of history that have a name ("World War II").
"""

import re
from datetime import date

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context
from claimx.timex.grammar import TO, Rule, modifier, modify, rule


def make_rules() -> list[Rule]:
    """Return the rules of this module; of two matches at one place the longer one counts."""
    year, mod, to = f.YEAR, modifier(), TO
    end_year = r"(?:[-–/](?P<z>\d\d(?:\d\d)?))?"
    tens = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
    season = rf"(?P<season>(?i:{words.any_of(words.seasons())}))"
    fiscal = r"(?:fiscal|financial|tax|budget)"
    figure, quote = f.keys(f.FIGURE), f.keys(f.QUOTE)
    modifiers, ordinals = f.keys(*words.modifiers()), f.ordinal_keys()
    return [
        rule(
            modifiers | figure | f.keys("the year", "year"),
            rf"{mod}(?:(?:the )?year )?(?P<y>{year})",
            _read_year,
            "year",
        ),
        rule(
            f.keys("the year", "year") | figure,
            r"(?:(?:the )?year )?(?P<y>[12]\d{3})(?:[-–/]| [-–] )(?P<z>\d\d(?:\d\d)?)"
            r"(?![\w-])(?![.,]\d)",
            _read_years,
        ),
        rule(figure, rf"(?P<y>{year})(?: to (?:the )?|{f.DASH})(?i:present)", _read_open_years),
        rule(
            modifiers | figure,
            rf"{mod}(?P<y>[1-9]\d\d)(?!\d)(?![.,]\d)",
            _read_ancient_year,
            "ancient",
        ),
        rule(
            modifiers | figure,
            rf"{mod}(?P<y>\d{{1,4}}) (?P<era>BCE?|B\.C\.(?:E\.)?|CE|AD|A\.D\.)",
            _read_era,
        ),
        rule(
            modifiers | f.keys("ad", "a.d."),
            rf"{mod}(?P<era>AD|A\.D\.) (?P<y>\d{{1,4}})",
            _read_era,
        ),
        # "the class of '71"
        rule(quote, r"[’'‘](?P<y>\d\d)(?!\d|s\b)", _read_short_year),
        # "the 1990s", "the early 1930’s", "the '90s", "the sixties"
        rule(
            f.with_the(modifiers | figure), rf"(?:the )?{mod}(?P<y>1[0-9]\d0|20\d0)s", _read_decade
        ),
        rule(
            f.after_the(modifiers | figure), rf"the {mod}(?P<y>1[0-9]\d0|20\d0)[’']s", _read_decade
        ),
        rule(
            f.with_the(modifiers | quote), rf"(?:the )?{mod}[’'‘](?P<y>[2-9]0)[’']?s", _read_decade
        ),
        rule(f.after_the(modifiers | figure), rf"the {mod}(?P<y>[2-9]0)s", _read_decade),
        rule(
            f.after_the(modifiers | f.keys(*tens.split("|"))),
            rf"the {mod}(?P<w>(?i:{tens}))",
            _read_decade,
        ),
        rule(
            f.with_the(modifiers | f.with_the(ordinals)),
            rf"(?:the )?{mod}(?:the )?(?P<c>{f.ordinal()})[\s-][Cc]entury"
            r"(?: (?P<era>BCE?|B\.C\.|AD|CE))?",
            _read_century,
        ),
        rule(
            f.with_the(modifiers | ordinals),
            rf"(?:the )?{mod}(?P<c>{f.ordinal()})(?:[\s-][Cc]entury)?{to}"
            rf"(?:the )?(?:(?i:early|mid|late)[\s-])?(?P<e>{f.ordinal()})[\s-][Cc]entur(?:y|ies)",
            _read_centuries,
        ),
        rule(
            f.with_the(modifiers | f.keys(*words.seasons())),
            rf"(?:the )?{mod}{season}(?: of|,)? (?P<y>{year}){end_year}",
            _read_season,
            "dated season",
        ),
        rule(
            f.keys("q"),
            r"(?P<q>Q[1-4])[\s,]*(?:of |in )?(?:(?P<f>FY|fiscal) ?)?'?(?P<y>(?:20)?\d\d)",
            _read_quarter,
        ),
        rule(f.keys("h"), r"(?P<h>H[12]) (?P<y>20\d\d)", _read_quarter),
        rule(
            f.with_the(f.keys("first", "second", "third", "fourth", "last", "final")),
            rf"(?:the )?(?P<w>(?i:first|second|third|fourth|last|final)) (?P<part>quarter|half)"
            rf"(?: of|,| in)? (?:the )?(?:(?P<f>{fiscal})(?: year)? )?(?P<y>{year})",
            _read_quarter,
        ),
        rule(
            f.with_the(f.keys("fy", "fiscal")),
            rf"(?:the )?(?:FY ?'?|(?i:fiscal(?: year)?) )(?P<y>(?:20)?\d\d){end_year}",
            _read_fiscal,
        ),
        rule(
            f.with_the(figure),
            rf"(?:the )?(?P<y>20\d\d){end_year} (?i:{fiscal}) year",
            _read_fiscal,
        ),
        rule(
            f.keys(*words.periods()),
            rf"(?P<p>{words.any_of(words.period_names())})",
            _read_period,
            "period",
        ),
    ]


def _read_year(match: re.Match[str], context: Context) -> Value:
    return modify(cal.year(int(match["y"])), match)


def _read_ancient_year(match: re.Match[str], context: Context) -> Value | None:
    return _read_year(match, context) if context.narrative else None


def _read_years(match: re.Match[str], context: Context) -> Value | None:
    """Read "2015-16" and "1871–72"; "2003-02" is a month, not a range."""
    first = int(match["y"])
    last = int(match["z"]) if len(match["z"]) == 4 else first // 100 * 100 + int(match["z"])
    if last <= first:
        return None
    return cal.between(cal.year(first), cal.year(last))


def _read_open_years(match: re.Match[str], context: Context) -> Value:
    """Read "2013 – present"."""
    first = cal.year(int(match["y"])).first
    edtf = f"{match['y']}/.."
    return Value(grain="span", timex=f"{match['y']}/PRESENT_REF", edtf=edtf, first=first)


def _read_era(match: re.Match[str], context: Context) -> Value | None:
    year = int(match["y"])
    if year == 0:
        return None
    return modify(cal.year(1 - year if match["era"].startswith("B") else year), match)


def _read_short_year(match: re.Match[str], context: Context) -> Value | None:
    """Read "class of '71" as the last such year before publication."""
    before = f.text_before(match).lower().split()[-1:]
    if context.published is None or before not in (["of"], ["in"], ["since"]):
        return None
    now = context.published.year
    return cal.year(now - (now - int(match["y"])) % 100)


def _read_decade(match: re.Match[str], context: Context) -> Value:
    parts = match.groupdict()
    if parts.get("w"):
        tens = "twenties thirties forties fifties sixties seventies eighties nineties".split()
        first = 1920 + 10 * tens.index(parts["w"].lower())
    else:
        first = int(parts["y"])
        if 1000 < first < 2000 and first % 100 == 0:
            return modify(cal.century(first // 100 + 1), match)  # "the 1800s"
        first = 1900 + first if first < 100 else first
    return modify(cal.decade(first), match)


def _read_century(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_ordinal(match["c"])
    if not 1 <= number <= 30:
        return None
    if (match["era"] or "").startswith("B"):
        return cal.pointer(f"BC{number - 1:02d}")
    return modify(cal.century(number), match)


def _read_centuries(match: re.Match[str], context: Context) -> Value | None:
    """Read "the 15th to the 19th century", "the late 19th and early 20th centuries"."""
    first, last = f.read_ordinal(match["c"]), f.read_ordinal(match["e"])
    if not 1 <= first < last <= 30:
        return None
    return cal.between(modify(cal.century(first), match), cal.century(last))


def _read_season(match: re.Match[str], context: Context) -> Value:
    row, year = words.seasons()[match["season"].lower()], int(match["y"])
    # "the winter of 2019-20" says where it begins; so does a winter with one year, by convention.
    return modify(cal.season(year, row), match)


def _read_quarter(match: re.Match[str], context: Context) -> Value | None:
    parts = match.groupdict()
    year = int(parts["y"])
    year = 2000 + year if year < 100 else year
    if parts.get("f"):
        return cal.pointer(f"FY{year}")
    if parts.get("h"):
        return cal.half(year, int(parts["h"][1]))
    if parts.get("q"):
        return cal.quarter(year, int(parts["q"][1]))
    order = ["first", "second", "third", "fourth"]
    word, parting = parts["w"].lower(), parts["part"]
    count = 2 if parting == "half" else 4
    number = order.index(word) + 1 if word in order else count
    if number > count:
        return None
    return cal.half(year, number) if parting == "half" else cal.quarter(year, number)


def _read_fiscal(match: re.Match[str], context: Context) -> Value:
    """Read a fiscal year.  Where one begins differs from country to country: no days by guess.

    "2021-22" says at least which calendar years it lies in.
    """
    year = int(match["y"])
    year = 2000 + year if year < 100 else year
    if not match["z"]:
        return cal.pointer(f"FY{year}")
    end = year // 100 * 100 + int(match["z"]) % 100
    both = cal.between(cal.year(year), cal.year(end))
    return both if both.is_dated else cal.pointer(f"FY{year}")


def _read_period(match: re.Match[str], context: Context) -> Value:
    row = words.periods()[f.plain(match["p"])]
    first, last = date.fromisoformat(row.first), date.fromisoformat(row.last)
    return cal.day(first) if first == last else cal.stretch(first, last)
