# The frame of the window: what stays while the screen changes.
frame-title = Mourafaka Terrain
frame-brand = Terrain
frame-rail = Screens
frame-today = Today
frame-agenda = Agenda
frame-cooperatives = Cooperatives
frame-exchange = Synchronisation
frame-back = Back to the cooperatives
frame-language = Language
frame-lock = Lock
frame-locking = Locking…
frame-held = Some answers are not saved: they will be lost if you leave this screen.
frame-held-stay = Stay here
frame-held-leave = Leave anyway
frame-demonstration = Demonstration
frame-unsent = { $count ->
    [0] Everything is sent
    [one] { $count } change to send
   *[other] { $count } changes to send
 }
frame-between = {" "}·{" "}
frame-syncing = Sync under way
frame-never-synced = never synchronised
frame-role-coach = Coaching
frame-role-regional_coordinator = Regional coordination
frame-role-national_admin = National administration
frame-role-trainer = Training
frame-role-evaluator = Evaluation
frame-role-none = No role: read only
frame-disagreements = { $count ->
    [one] { $count } disagreement
   *[other] { $count } disagreements
 }
frame-offered = the central file is here: sync
