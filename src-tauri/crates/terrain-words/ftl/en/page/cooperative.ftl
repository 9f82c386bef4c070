# A cooperative's page.
cooperative-again = Try again
cooperative-back = Back
cooperative-tabs = Parts of the file
cooperative-tab-overview = Overview
cooperative-tab-plan = Plan
cooperative-members = { $members ->
    [one] { $members } member
   *[other] { $members } members
 }
cooperative-members-women = { $members ->
    [one] { $members } member
   *[other] { $members } members
 }, { $women ->
    [0] no women
    [one] { $women } woman
   *[other] { $women } women
 }
cooperative-stage-applied = has applied
cooperative-stage-selected = selected, not enrolled yet
cooperative-stage-reserve = on the waiting list
cooperative-stage-refused = not selected
cooperative-stage-suspended = coaching suspended
cooperative-stage-graduated = coaching finished
cooperative-stage-withdrawn = has left
cooperative-stage-struck_off = struck off the programme
cooperative-nothing = –
cooperative-to = then

cooperative-diagnostic = Strategic diagnostic
cooperative-diagnostic-none = No diagnostic yet
cooperative-diagnostic-none-hint = Coaching begins with the strategic diagnostic: ten axes scored with the cooperative. Its score and radar appear here once it is finished.
cooperative-diagnostic-begin = Begin the diagnostic
cooperative-diagnostic-begun = Diagnostic under way
cooperative-diagnostic-begun-hint = Its score and radar appear here once it is finished.
cooperative-diagnostic-continue = Continue: { $answered } answers of { $asked }
cooperative-then = initial, { $when }
cooperative-now = current, { $when }
cooperative-head-axis = Axis
cooperative-head-then = Initial
cooperative-head-now = Current
cooperative-head-score = Score
cooperative-head-gap = Change
cooperative-whole = Overall
cooperative-moved = What changed: { $axis }

cooperative-follow = To follow up
cooperative-follow-none = Nothing is waiting
cooperative-follow-none-hint = Actions of the plan, documents sent back and remarks of the coordination appear here.
cooperative-follow-more = { $more ->
    [one] and one more
   *[other] and { $more } more
 }
cooperative-whole-plan = The whole plan
cooperative-late = { $days ->
    [one] a day late
   *[other] { $days } days late
 }
cooperative-due = due { $day }
cooperative-due-none = no due date
cooperative-done-part = { $part } done
cooperative-returned = { $title }: sent back
cooperative-remarks = { $remarks ->
    [0] no remark: see the coordination's note
    [one] one remark of the coordination
   *[other] { $remarks } remarks of the coordination
 }

cooperative-timeline = History of coaching
cooperative-newest = newest first
cooperative-timeline-none = It begins here
cooperative-timeline-none-hint = Visits, diagnostics and milestones appear here by themselves.
cooperative-timeline-all = Show all { $all } lines
cooperative-head-day = Day
cooperative-head-what = What
cooperative-head-who = Who
cooperative-head-place = Delivery
cooperative-head-state = State of the document
cooperative-under-way = under way
cooperative-planned = planned
cooperative-cancelled = cancelled: { $why }
cooperative-visit = Visit
cooperative-document = Document
cooperative-line-score = { $title }, { $score }
cooperative-milestone-applied = Applied
cooperative-milestone-selected = Selected
cooperative-milestone-reserve = Put on the waiting list
cooperative-milestone-refused = Not selected
cooperative-milestone-enrolled = Enrolled in the programme
cooperative-milestone-suspended = Coaching suspended
cooperative-milestone-resumed = Coaching resumed
cooperative-milestone-graduated = Coaching finished
cooperative-milestone-extended = Coaching extended
cooperative-milestone-withdrawn = Left the programme
cooperative-milestone-struck_off = Struck off the programme
