"""Rules for expressions that name a place in the calendar: dates, months, years, seasons.

A rule is a regular expression and a reader, which turns a match into a value or says None: no
expression after all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from claimx.timex import calendar as cal
from claimx.timex import fragments as f
from claimx.timex import words
from claimx.timex.calendar import Value
from claimx.timex.context import Context, pick_day, pick_month

Reader = Callable[[re.Match[str], Context], Value | None]


# White space between two words of one expression: some blanks, one line end; no paragraph's end,
# and no way to take the same blanks twice.
_SPACE = r"(?:[^\S\n]{1,8}(?:\n[^\S\n]{0,8})?|\n[^\S\n]{0,8})"


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A pattern, what reads its matches, and what kind of words it is about.

    ``opens`` are the keys (:func:`claimx.timex.fragments.key`) of the words that its matches can
    begin with; ``kind`` is for those who know the parse: "May" may be a verb, "2010" a number of
    things.
    """

    opens: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader
    kind: str = ""


def rule(opens: frozenset[str], pattern: str, read: Reader, kind: str = "") -> Rule:
    """Return a rule whose pattern begins and ends at word boundaries.

    A space in the pattern is white space within a paragraph.
    """
    spaced = re.sub(r"(?<!\\) ", lambda match: _SPACE, pattern)
    return Rule(opens, re.compile(rf"(?<![\w$€£¥#])(?<!\d[.,/:]){spaced}(?!\w)"), read, kind)


def make_rules() -> list[Rule]:
    """Return the rules of this module; of two matches at one place the longer one counts."""
    month, long_month, weekday, year, day = f.month(), f.long_month(), f.weekday(), f.YEAR, f.DAY
    mod = rf"(?P<mod>(?i:{words.any_of(words.modifiers())})[\s-]*)?"
    others = "this|last|next|that|the same|the following|the previous"
    other_year = rf"(?:,? (?:of )?(?P<other>(?i:{others})) year)?"
    end_year = r"(?:[-–/](?P<z>\d\d(?:\d\d)?))?"
    to = rf"(?:{f.DASH}| (?:to|until|through|and) )"
    tens = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"
    part = words.any_of(words.dayparts())
    on_weekday = (
        rf"(?:(?:(?i:this|last|next|early|late) )?(?P<w>{weekday})(?: (?P<part>(?i:{part})))?,? )?"
    )
    season = rf"(?P<season>(?i:{words.any_of(words.seasons())}))"
    fiscal = r"(?:fiscal|financial|tax|budget)"
    figure, quote = f.keys(f.FIGURE), f.keys(f.QUOTE)
    modifiers, months = f.keys(*words.modifiers()), f.keys(*words.months())
    ordinals = f.ordinal_keys()
    weekdays = f.keys("this", "last", "next", "early", "late", *words.weekdays())
    return [
        # "Friday, July 21, 2017", "July 21st", "Jan. 5 this year"
        rule(
            weekdays | months,
            rf"{on_weekday}(?P<m>{month}) (?:the )?(?P<d>{day})"
            rf"(?:(?:,? (?:of )?|, ?)(?P<y>{year})|{other_year})",
            _read_date,
        ),
        # "21 July 2017", "the 21st of July", "the 1st day of May"
        rule(
            weekdays | f.with_the(figure),
            rf"{on_weekday}(?:the )?(?P<d>{day}) (?:day )?(?:of )?(?P<m>{month})"
            rf"(?:(?:,? |, ?)(?P<y>{year})|{other_year})",
            _read_date,
        ),
        rule(figure, rf"(?P<d>[0-3]?\d)-(?P<m>{month})-(?P<y>{year})", _read_date),
        # "March 3-5, 2021", "March 3 to 5", "between March 3 and 5", "3–5 March 2021"
        rule(
            months,
            rf"(?P<m>{month}) (?P<d>{day}){to}(?P<e>{day})"
            rf"(?:,? (?P<y>{year}))?(?!\s+{month})",
            _read_days,
        ),
        rule(
            figure,
            rf"(?P<d>{day}){to}(?P<e>{day}) (?:of )?(?P<m>{month})"
            rf"(?:,? (?P<y>{year}))?",
            _read_days,
        ),
        rule(figure, r"(?P<y>[12]\d{3})-(?P<n>[01]\d)-(?P<d>[0-3]\d)(?=\b|T)", _read_figures),
        rule(figure, r"(?P<d>[0-3]?\d)\.(?P<n>[01]?\d)\.(?P<y>[12]\d{3})", _read_figures),
        rule(figure, r"(?P<a>[0-3]?\d)([/-])(?P<b>[0-3]?\d)\2(?P<y>[12]\d{3})", _read_slashes),
        # "March 2021", "early March, 2021", "March of this year"
        rule(modifiers | months, rf"{mod}(?P<m>{month}),? (?:of |in )?(?P<y>{year})", _read_month),
        rule(modifiers | months, rf"{mod}(?P<m>{long_month}){other_year}", _read_month, "month"),
        # "between May and June in 1981" takes its year from the end
        rule(
            months,
            rf"(?P<m>{long_month}){to}(?P<e>{long_month})"
            rf",? (?:of |in )?(?P<y>{year})",
            _read_months,
        ),
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
        # "30 September 420", "in 348": the year of an old story
        rule(figure, rf"(?P<d>{day}) (?P<m>{month}),? (?P<y>[1-9]\d\d)(?=[).,;:]|$)", _read_date),
        rule(months, rf"(?P<m>{month}) (?:of )?(?P<y>[1-9]\d\d)(?=[).,;:]|$)", _read_month),
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
            f.keys(*words.holidays()),
            rf"(?P<h>{words.any_of(words.holiday_names())})(?:,? (?P<y>{year})|{other_year})",
            _read_holiday,
            "holiday",
        ),
        rule(
            f.keys(*words.periods()),
            rf"(?P<p>{words.any_of(words.period_names())})",
            _read_period,
            "period",
        ),
    ]


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """Return the year that a date names, in figures or as "last year"; None where it names none."""
    parts = match.groupdict()
    if parts.get("y"):
        return int(parts["y"])
    other = parts.get("other")
    if not other:
        return None
    step = {"last": -1, "next": 1, "the following": 1, "the previous": -1}
    word = f.plain(other)
    deictic = word in ("this", "last", "next")
    base = context.published if deictic else context.standpoint
    return base.year + step.get(word, 0) if base else None


def _read_date(match: re.Match[str], context: Context) -> Value | None:
    parts = match.groupdict()
    number, day = f.read_month(match["m"]), f.read_day(match["d"])
    clock = words.dayparts()[parts["part"].lower()] if parts.get("part") else None
    year = _year_of(match, context)
    if year is None and parts.get("w"):
        year = _year_by_weekday(context, number, day, f.read_weekday(parts["w"]))
    if year is None:
        value = pick_day(context, number, day)
        return cal.day(value.first, clock) if clock and value and value.first else value
    try:
        return cal.day(date(year, number, day), clock)
    except ValueError:
        return None


def _year_by_weekday(context: Context, month: int, day: int, weekday: int) -> int | None:
    """Return the year around publication in which the day falls on its weekday."""
    if context.published is None:
        return None
    here = context.published.year
    for year in (here, here - 1, here + 1):
        try:
            if date(year, month, day).isoweekday() == weekday:
                return year
        except ValueError:
            continue
    return None


def _read_days(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_month(match["m"])
    first, last = f.read_day(match["d"]), f.read_day(match["e"])
    if match["y"]:
        try:
            start, end = date(int(match["y"]), number, first), date(int(match["y"]), number, last)
        except ValueError:
            return None
        return cal.between(cal.day(start), cal.day(end))
    left, right = pick_day(context, number, first), pick_day(context, number, last)
    return None if left is None or right is None else cal.between(left, right)


def _read_figures(match: re.Match[str], context: Context) -> Value | None:
    try:
        return cal.day(date(int(match["y"]), int(match["n"]), int(match["d"])))
    except ValueError:
        return None


def _read_slashes(match: re.Match[str], context: Context) -> Value | None:
    """Read 21/07/2017 and 07/21/2017; 05/07/2017 may be either, so that it stays unresolved."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    readings = {(month, day) for month, day in ((a, b), (b, a)) if 1 <= month <= 12}
    days = []
    for month, day in readings:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if not days:
        return None
    return cal.day(days[0]) if len(days) == 1 else cal.UNRESOLVED


def modify(value: Value, match: re.Match[str]) -> Value:
    """Return ``value`` cut down or made uncertain by the modifier of ``match``, if it has one."""
    found = match.groupdict().get("mod") or match[0].partition(" ")[0]
    word = f.plain(found).strip()
    mod = words.modifiers().get(word) or words.modifiers().get(word.rstrip("-"))
    return cal.modified(value, mod) if mod else value


def _read_month(match: re.Match[str], context: Context) -> Value | None:
    number = f.read_month(match["m"])
    year = _year_of(match, context)
    value = pick_month(context, number) if year is None else cal.month(year, number)
    return modify(value, match)


def _read_months(match: re.Match[str], context: Context) -> Value:
    year, first, last = int(match["y"]), f.read_month(match["m"]), f.read_month(match["e"])
    return cal.between(cal.month(year - (first > last), first), cal.month(year, last))


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


def _read_holiday(match: re.Match[str], context: Context) -> Value | None:
    day = words.holidays()[f.plain(match["h"])]
    if day is None:
        return cal.UNRESOLVED
    year = _year_of(match, context)
    return pick_day(context, *day) if year is None else cal.day(date(year, *day))


def _read_period(match: re.Match[str], context: Context) -> Value:
    row = words.periods()[f.plain(match["p"])]
    first, last = date.fromisoformat(row.first), date.fromisoformat(row.last)
    return cal.day(first) if first == last else cal.stretch(first, last)
