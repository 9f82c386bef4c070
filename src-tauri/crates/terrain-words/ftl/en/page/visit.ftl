# What to know before a visit.
visit-back = Back
visit-again = Try again
visit-no-day = no day
visit-when = { $day }, { $from } to { $to }
visit-when-from = { $day }, at { $from }
visit-report-begin = Begin the report
visit-report-go-on = Go on with the report
visit-report-read = Read the report
visit-edit = Move or cancel
visit-cooperative = Open the cooperative
visit-print = Print
visit-cancelled = Visit cancelled: { $reason }
visit-purpose = Purpose
visit-venue = Place
visit-none = not said
visit-members = Members
visit-coach = Coach
visit-report = Report
visit-promises-of = Promises of { $day }
visit-promises = Promises of the last visit
visit-promises-none = The last visit left no promise.
visit-first = No earlier visit with a report.
visit-actions = Actions of the plan to go through
visit-actions-none = No other action is late or due soon.
visit-remarks = Open remarks of the coordination
visit-remark-open = Open
visit-prepared = Prepared for this visit
visit-people = Whom to meet
visit-people-none = No officer is recorded: add them on the page of the cooperative.
visit-sealed = name protected
visit-documents = Documents to ask for
visit-documents-none = No document to ask for.
visit-members-count = { $members ->
    [one] { $members }, { $women } of them women
   *[other] { $members }, { $women } of them women
 }
