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

cooperative-tab-diagnostics = Diagnostics
cooperative-tab-visits = Visits
cooperative-tab-files = Documents
cooperative-tab-past = History
cooperative-visits = Visits
cooperative-diagnostics = Diagnostics
cooperative-diagnostic-new = New diagnostic
cooperative-head-answers = Answers
cooperative-answers = { $answered } of { $asked }
cooperative-compare = Compare two diagnostics
cooperative-compare-from = Before
cooperative-compare-to = After
cooperative-compare-same = Choose two different diagnostics.
cooperative-compare-versions = The form changed between the two: earlier answers are scored like later ones.
cooperative-axis-governance = Governance
cooperative-axis-management = Management
cooperative-axis-finance = Finance
cooperative-axis-production = Production
cooperative-axis-marketing = Marketing
cooperative-axis-commercialisation = Sales
cooperative-axis-planning_monitoring = Planning
cooperative-axis-social = Social
cooperative-axis-environment = Environment
cooperative-axis-innovation_territory = Innovation
cooperative-axis-none = { $axis } (–)
cooperative-files = Documents and photos
cooperative-files-none = No documents
cooperative-files-none-hint = Photos and files attached to diagnostics and visits are found here. You can also attach the statutes, a receipt, a list of members…
cooperative-file-add = Attach a document
cooperative-file-added = { $name } is attached to the record.
cooperative-file-save = Save as…
cooperative-file-saved = { $name } is saved in the folder { $folder }.
cooperative-file-see = See { $name }
cooperative-file-own = record
cooperative-file-away = not on this laptop yet
cooperative-past = History of the record
cooperative-past-none = Nothing has changed yet
cooperative-laptop = laptop no. { $number }
cooperative-nobody = somebody unknown here
cooperative-clock = doubtful clock
cooperative-not-accepted = not accepted
cooperative-empty = empty
cooperative-put-back = Put the old value back
cooperative-empty-again = Empty it again
cooperative-put-back-done = { $field }: the old value is back.

cooperative-edit = Edit the record
cooperative-edit-lead = Each field is saved as soon as you leave it.
cooperative-saved = saved at { $at }
cooperative-new = New cooperative
cooperative-new-lead = Begin with its name; the rest is filled in next.
cooperative-make = Create the record
cooperative-done = See the record
cooperative-undo-last = Undo the last change
cooperative-group-identity = Identity and place
cooperative-group-registration = Registration
cooperative-group-governance = Governance and capital
cooperative-group-members = Members
cooperative-group-contact = Contact and languages
cooperative-province = Province
cooperative-province-hint = The commune is not asked: the programme knows the province alone.
cooperative-hint-ice = 15 digits
cooperative-hint-phone = The cooperative's phone, not a person's
cooperative-dirham = MAD
cooperative-personal = Personal data: encrypted apart, can be erased.
cooperative-officers = Officers
cooperative-officers-hint = names and phones are personal data
cooperative-officer-new = A person's name
cooperative-officer-add = Add
cooperative-officer-take = Take out { $name }
cooperative-officer-gone = The person is taken out of the record.
cooperative-assignment = Coaching
cooperative-assignment-hint = Given to the person chosen, from today on.
cooperative-assigned = Given to { $name } from today on.
cooperative-joined-to = Joined with { $name }
cooperative-separate = Separate
cooperative-separated = The two records are separate again.
cooperative-disagreements = { $count ->
    [one] A disagreement is open about this cooperative: two people wrote two different things. What is shown is provisional.
   *[other] { $count } disagreements are open about this cooperative: people wrote different things. What is shown is provisional.
 }
cooperative-disagreements-see = Compare and choose
cooperative-past-fields = { $more ->
    [one] Show one more field
   *[other] Show { $more } more fields
 }
cooperative-visit-new = New visit
cooperative-commune-known = Code of the commune: { $code }. It is kept as long as the province stays the same.
