# Settings: the window as the person wants it, and this laptop.
settings-title = Settings
settings-lead = Your choices are yours, on this laptop, and are kept at once.
settings-look = Display
settings-theme = Theme
settings-theme-system = As the computer
settings-theme-light = Light
settings-theme-dark = Dark
settings-zoom = Size of the display
settings-zoom-hint = Also by the keys Ctrl and + or −.
settings-motion = Reduce motion
settings-motion-hint = Nothing slides or blinks on the screen.
settings-work = Work and safety
settings-autolock = Automatic locking
settings-autolock-hint = When nobody touches the laptop. What is written stays saved.
settings-autolock-never = Never
settings-autolock-minutes = { $count ->
    [one] After { $count } minute
   *[other] After { $count } minutes
 }
settings-letters = Single keys
settings-letters-hint = Digits answer, letters open the comment or the photo. Switch them off if they go off by themselves.
settings-laptop = This laptop
settings-person = Person
settings-which = Laptop
settings-which-only = this person's only one, since { $day }
settings-which-of = no. { $n } of this person's { $count }, since { $day }
settings-programme = Programme
settings-unsent = To send
settings-synced = Last sync
settings-central = Central folder
settings-central-none = not chosen yet
settings-health = Health
settings-health-good = All is well
settings-health-see = See synchronisation
settings-health-quarantined = { $count ->
    [one] { $count } received file set aside
   *[other] { $count } received files set aside
 }
settings-health-waiting = { $count ->
    [one] { $count } change waits for another that has not come
   *[other] { $count } changes wait for others that have not come
 }
settings-health-conflicts = { $count ->
    [one] { $count } disagreement to settle
   *[other] { $count } disagreements to settle
 }
settings-health-tasks = { $count ->
    [one] { $count } record deleted by one and edited by another
   *[other] { $count } records deleted by one and edited by another
 }
settings-health-forked = { $count ->
    [one] { $count } laptop restored from an old copy
   *[other] { $count } laptops restored from an old copy
 }
settings-health-clock = The laptop's clock is wrong: set it.
settings-health-findings = { $count ->
    [one] { $count } file of the central folder to look at
   *[other] { $count } files of the central folder to look at
 }
settings-about = About
settings-data-version = version { $n } of the data folder
settings-about-works = With the work of:
