# Today: the visits of the day, what waits, the next step.
today-lead = { $visits ->
    [0] No visit today.
    [one] One visit today.
   *[other] { $visits } visits today.
 } { $waiting ->
    [0] Nothing else is pressing.
    [one] One point to follow up.
   *[other] { $waiting } points to follow up.
 }
today-new-visit = New visit
today-again = Try again
today-now = It is { $hour }
today-no-hour = no hour
today-until = to { $hour }
today-members = { $members ->
    [one] { $members } member, { $women } of them women
   *[other] { $members } members, { $women } of them women
 }
today-promises-of = Promises of the visit of { $day }
today-promises = Promises of the last visit
today-no-promises = The last visit left no promise.
today-first-visit = The first visit with a report: what is promised today opens the next one.
today-report-begin = Begin the report
today-report-go-on = Go on with the report
today-brief = Prepare
today-cooperative = Open the cooperative
today-week = The days that follow
today-step = Next step
today-step-returned = Look at a returned document: { $name }
today-step-returned-why = { $remarks ->
    [0] The coordination sent this document back.
    [one] The coordination waits for your answer to one remark.
   *[other] The coordination waits for your answer to { $remarks } remarks.
 }
today-step-returned-act = Answer
today-step-report = Write the report: { $name }
today-step-report-why = { $days ->
    [one] The visit was yesterday and has no finalised report.
   *[other] The visit was { $days } days ago and has no finalised report.
 }
today-step-overdue = Recall a promise: { $name }
today-step-overdue-why = { $days ->
    [one] “{ $what }” is one day late.
   *[other] “{ $what }” is { $days } days late.
 }
today-step-unvisited = Plan a visit: { $name }
today-step-unvisited-never = This cooperative has had no visit yet.
today-step-unvisited-why = { $days ->
    [one] The last visit was yesterday, and none is planned.
   *[other] The last visit was { $days } days ago, and none is planned.
 }
today-step-draft = Finish a draft: { $title }, { $name }
today-step-draft-why = { $missing ->
    [0] Nothing is missing: it only has to be finalised.
    [one] One answer is missing.
   *[other] { $missing } answers are missing.
 }
today-step-draft-act = Go on
today-step-send = Send your work
today-step-send-why = More than a week without a sync: your work is on this computer alone.
today-step-send-act = Synchronise
today-step-ahead = Prepare the visit: { $name }
today-step-ahead-why = The next visit is planned for { $day }.
today-step-plan = Plan a visit
today-step-plan-why = No visit is planned in the next two weeks.
today-step-coordinate = Follow the cooperatives and their documents
today-step-coordinate-why = In the record of each, say who accompanies it. Finalised documents wait for your opinion: the list shows them.
today-step-none = No cooperative is entrusted to you
today-step-none-why = Coordination adds the cooperatives and says who accompanies each; they reach the others by synchronising.
today-step-none-act = See the cooperatives
today-step-plan-act = Plan a visit
today-follow = To follow up
today-follow-none = Nothing to follow up: all is up to date.
today-follow-returned = { $title } returned, { $name }
today-follow-remarks = { $remarks ->
    [0] no open remark
    [one] one remark
   *[other] { $remarks } remarks
 }
today-follow-report = Report to write, { $name }
today-follow-report-detail = { $days ->
    [one] visit of { $day }, yesterday
   *[other] visit of { $day }, { $days } days ago
 }
today-follow-overdue = { $days ->
    [one] { $name }, one day late
   *[other] { $name }, { $days } days late
 }
today-follow-unvisited = { $name } has no visit planned
today-follow-unvisited-detail = { $days ->
    [one] last visit on { $day }, yesterday
   *[other] last visit on { $day }, { $days } days ago
 }
today-follow-unvisited-never = no visit yet
today-follow-soon = { $name }, due { $day }
today-less = Show fewer
today-more = { $count ->
    [one] Show one more
   *[other] Show { $count } more
 }
today-others = See all cooperatives to follow up
today-drafts = Drafts on this computer
today-drafts-none = No draft waits.
today-draft = { $title }, { $name }
today-draft-missing = { $missing ->
    [one] one answer is missing
   *[other] { $missing } answers are missing
 }
today-draft-whole = ready to finalise
today-days = My days of { $month }
today-days-reports = { $reports ->
    [one] { $validated } of { $reports } report validated
   *[other] { $validated } of { $reports } reports validated
 }
