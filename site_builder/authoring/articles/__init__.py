"""A plain-text article read as a match report: who played, how it ended, who scored and when, each with its sentence.

Pure: text, the names that the site knows and the day of publication give a
`Draft`. What the text leaves open stays open in it; a wrong minute would be
worse than none.
"""
