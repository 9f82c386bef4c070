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
frame-settings = Settings
frame-place-count = { $place }: { $count } to settle
frame-find = Search everything
frame-find-hint = Search…
frame-find-what = A cooperative, a person, an entry, an action…
frame-found-recent = Opened last
frame-found-people = People
frame-found-entries = Entries
frame-found-visits = Visits
frame-found-plan = Plans
frame-found-actions = What the app can do
frame-go = Go to: { $place }
frame-larger = Make everything larger
frame-smaller = Make everything smaller
frame-help = Keyboard help
frame-keys-everywhere = Everywhere
frame-key-tab = next element; with ⇧ the one before
frame-key-escape = close what is open
frame-key-zoom = larger, smaller, usual size
frame-key-section = section before, after
frame-key-guidance = guidance of the question
frame-key-undo = undo, redo
frame-keys-off = Single keys (digits and letters) are switched off: see Settings.
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
frame-stray-files = No file was added: nothing here takes one. Drop evidence on a question of an entry, a list of cooperatives on “Read a table”.
