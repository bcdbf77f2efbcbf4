"""Dates and times in English text: the words, the calendar and what a phrase is relative to."""
