# The list of cooperatives.
cooperatives-title = Cooperatives
cooperatives-about-mine = { $mine ->
    [one] The one you coach, out of { $total } in the region.
   *[other] The { $mine } you coach, out of { $total } in the region.
 }
cooperatives-about = { $total ->
    [one] One cooperative in the region.
   *[other] { $total } cooperatives in the region.
 }
cooperatives-again = Try again
cooperatives-none = No cooperative yet
cooperatives-none-coach = They come from the office: sync once with the central file.
cooperatives-none-coordinator = Read the list from an Excel or CSV table, or create a first record.
cooperatives-none-sync = Go to sync
cooperatives-no-match = Nothing matches
cooperatives-no-match-hint = Try fewer letters, or take a filter away.
cooperatives-clear = Clear the filters
cooperatives-menu-clear = Untick all
cooperatives-find-hint = Name, commune, sector…
cooperatives-mine = Mine
cooperatives-all = All
cooperatives-province = Province
cooperatives-sector = Sector
cooperatives-head-name = Cooperative
cooperatives-head-sector = Sector, place
cooperatives-head-coach = Coach
cooperatives-head-score = Score
cooperatives-head-visit = Last visit
cooperatives-head-work = To follow up
cooperatives-never-visited = no visit
cooperatives-score-none = no score yet
cooperatives-score-provisional = provisional score: a disagreement is open
cooperatives-work-start = Begin
cooperatives-work-continue = Continue
cooperatives-work-resume = Take up again
cooperatives-work-see = See
cooperatives-state-none = no diagnostic yet
cooperatives-state-draft = { $answered } of { $asked } answers
cooperatives-state-returned = returned with remarks
cooperatives-state-finalised = finalised, to be validated
cooperatives-state-validated = validated
cooperatives-begin-ask = Begin a diagnostic for this cooperative?
cooperatives-begin = Yes, begin
cooperatives-begin-not = No
cooperatives-stage-listed = listed
cooperatives-stage-applied = applied
cooperatives-stage-selected = selected
cooperatives-stage-reserve = waiting list
cooperatives-stage-refused = not selected
cooperatives-stage-suspended = suspended
cooperatives-stage-graduated = finished
cooperatives-stage-withdrawn = has left
cooperatives-stage-struck_off = struck off
cooperatives-stage-accompanied = in coaching
cooperatives-head-stage = Stage
cooperatives-month = month { $month } of { $months }
cooperatives-stage-over = past two years
cooperatives-by-province = By province
cooperatives-map-source = © OpenStreetMap contributors (ODbL 1.0), via morocco-map
cooperatives-new = New cooperative
cooperatives-import = Read a table
cooperatives-nothing = –
cooperatives-twins = { $pairs ->
    [one] Two records seem to be the same cooperative.
   *[other] { $pairs } pairs of records seem each to be one cooperative.
 }
cooperatives-twins-look = Compare
cooperatives-twins-title = One cooperative?
cooperatives-twins-hint = Joined, the two are read as one, with all their visits and documents; they can be separated again.
cooperatives-alike-ice = Both records have the same ICE.
cooperatives-alike-register = Both records have the same register number.
cooperatives-alike-name = Both records have the same name in the same province.
cooperatives-alike-nearly_name = The names differ by one letter only.
cooperatives-twins-first = First record
cooperatives-twins-second = Second record
cooperatives-twins-next = Next pair ({ $pairs })
cooperatives-twins-apart = These are two cooperatives
cooperatives-keep-first = Join, keep the first
cooperatives-keep-second = Join, keep the second
cooperatives-joined = The two records are joined.
cooperatives-told-apart = Noted: two different cooperatives.
cooperatives-step = Stage
cooperatives-follow = To follow up
cooperatives-stage-half-1 = months 1 to 6
cooperatives-stage-half-2 = months 7 to 12
cooperatives-stage-half-3 = months 13 to 18
cooperatives-stage-half-4 = months 19 to 24
cooperatives-work-returned = Document sent back
cooperatives-work-no-report = Report to write
cooperatives-work-overdue = { $actions ->
    [one] 1 action late
   *[other] { $actions } actions late
 }
cooperatives-work-unvisited = No visit planned
cooperatives-state-visited = visit of { $day }
cooperatives-state-late = { $days ->
    [one] by 1 day
   *[other] by up to { $days } days
 }
cooperatives-state-unvisited = { $days ->
    [one] the last 1 day ago
   *[other] the last { $days } days ago
 }
