"""The types of sentence ids: plain strings at run time; the stub beside this file lists every id for mypy."""

SentenceId = str
"""The id of a sentence in `resources/i18n`."""

ChangesId = ChoicesId = DiskId = FindingsId = FlyersId = HealthId = ReceiptsId = ScreensId = SourcesId = (
    StaffId
) = SupportId = str
"""The ids of one file there: mypy joins these much faster than the union of all."""

PluralId = str
"""The id of a sentence with plural forms, without the form."""

ProblemCode = str
"""The X of two sentences 'authoring.X' and 'authoring.X.do', a problem of a source folder and its remedy."""
