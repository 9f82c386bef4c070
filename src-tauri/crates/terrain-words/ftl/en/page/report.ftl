# The report of a visit: what was promised, and what the report brings.
report-visit = visit { $number }
report-visit-of = visit { $number } of { $of }
report-visit-beyond = visit { $number }, { $of } foreseen
report-promises-from = From the report of { $day } and from the plan
report-promises-plan = From the support plan
report-promise-kept = kept
report-promise-partly = in part
report-promise-dropped = given up
report-promise-check = to check
report-promise-not-due = not due yet
report-promise-progress = { $progress } %
report-promise-late = { $days ->
    [one] one day late
   *[other] { $days } days late
 }
report-brings = What the report brings
report-brings-visit = The next visit is planned for { $day }, unless one is planned for that day already.
report-brings-updates = { $count ->
    [one] One action of the plan is updated.
   *[other] { $count } actions of the plan are updated.
 }
report-brings-actions = { $count ->
    [one] One action is added to the plan.
   *[other] { $count } actions are added to the plan.
 }
