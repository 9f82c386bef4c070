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
cooperatives-none-coordinator = The list is read from a spreadsheet, for now on the command line: “mourafaka import cooperative FILE”.
cooperatives-none-sync = Go to sync
cooperatives-no-match = Nothing matches
cooperatives-no-match-hint = Try fewer letters, or take a filter away.
cooperatives-clear = Clear the filters
cooperatives-menu-clear = Untick all
cooperatives-find = Find a cooperative
cooperatives-find-hint = Name, commune, sector…
cooperatives-mine = Mine
cooperatives-all = All
cooperatives-province = Province
cooperatives-sector = Sector
cooperatives-shown = { $shown } of { $total } shown
cooperatives-head-name = Cooperative
cooperatives-head-sector = Sector, commune
cooperatives-head-coach = Coach
cooperatives-head-score = Score
cooperatives-head-visit = Last visit
cooperatives-head-work = Diagnostic to do
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
