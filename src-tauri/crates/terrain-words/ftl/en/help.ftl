help-heading-usage = Usage:
help-value-command = COMMAND
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-arg-help = This help
help-arg-version = The app's version
help-arg-data = Data folder: one person on one laptop
help-arg-passphrase_file = File whose first line is the passphrase; else the variable MOURAFAKA_PASSPHRASE, else it is asked for
help-arg-lang = fr, ar, zgh or en; else the machine's language, else French
help-arg-json = One JSON document on standard output and nothing else there
help-arg-quiet = Without progress or advice
help-mourafaka = Mourafaka Terrain: coaching cooperatives without a network. Records, sync, central file.
help-demo = Build a whole fictional programme, to try things out
help-arg-dir = Folder, empty or not yet there
help-arg-cooperatives = How many cooperatives (33)
help-arg-coaches = How many coaches (4)
help-arg-months = Months of work (24)
help-arg-seed = Seed: the same gives the same content (1)
help-arg-start = First day of the programme, YYYY-MM-DD (2024-12-02)
help-init = Start a programme: data folders, central folder, paper key
help-arg-programme = The programme's name
help-arg-init-person = The coordinator's name
help-arg-init-central = Folder of the centre, empty or not yet there
help-arg-paper_key_out = File for the paper key, to be printed and then deleted
help-arg-init-coaches = A coach's name and data folder; may be repeated; same passphrase
help-status = Who am I, what waits to be sent, is everything well
help-list = Show records of a kind
help-arg-kind = Kind: cooperative, visit, officer, person, assignment, setting, programme…
help-arg-filters = Only those whose field has this value; empty, those where it is empty; may be repeated
help-show = Show one record
help-arg-id = Identifier, its beginning, or the name of a cooperative or person
help-search = Search everywhere, with or without accents
help-arg-text = Words, or beginnings of words
help-set = Set fields of a record
help-new = Make a record
help-arg-fields = Field and value; empty empties the field; may be repeated
help-delete = Delete a record; what others wrote without knowing keeps it
help-undo = Take back what was done last on this computer
help-redo = Do again what was taken back last
help-history = Who changed what, and when
help-conflicts = Show open disagreements
help-resolve = Settle a disagreement
help-arg-conflict = Its name, as "conflicts" shows it
help-arg-take = Keep the value of this number
help-arg-value = Write another value
help-arg-note = Why
help-assign = Give a cooperative to a person
help-arg-cooperative = Identifier or name of the cooperative
help-arg-person = Identifier or name of the person
help-import = Read cooperatives from a table, XLSX or CSV
help-arg-file = File
help-arg-map = Say which field a column is; empty leaves it out; may be repeated
help-arg-dry_run = Show what would happen, doing nothing
help-sync = Exchange everything with the central folder
help-arg-central = The central file or its folder; remembered for the next time
help-publish = Publish the central file without waiting
help-fsck = Say whether a central folder is sound, writing nothing
help-arg-path = The central file or its folder
help-heal = Put back what a central folder has lost; never destroys
help-rebuild = Make the tables again from the log
help-call = Call any command of the app by name
help-arg-name = Name of the command
help-arg-argument = What it expects, as JSON
help-bench = Measure, one JSON line each
help-bench-save = Saves of a record, each on the disk
help-bench-merge = Merging of sealed files of several laptops
help-arg-size = How many (500)
help-arg-keep = Leave the data folder here
help-arg-input = Edits, one JSON line each
help-examples-mourafaka =
    Examples:
    {"  "}mourafaka demo D   # a fictional programme in D, passphrase "demonstration"
    {"  "}mourafaka --data D/coordinator status
    {"  "}mourafaka --data D/coach-1 list visit
    {"  "}mourafaka --data D/coach-1 sync D/central
    {"  "}mourafaka fsck D/central
help-examples-demo =
    Examples:
    {"  "}mourafaka demo D
    {"  "}mourafaka demo D --cooperatives 4 --coaches 2 --months 2 --seed 7   # small and quick
help-examples-init =
    Examples:
    {"  "}mourafaka --data moi init --programme 'Mourafaka Souss-Massa' --person 'Khadija' --central E:/central --paper-key-out cle.txt --coach 'Amina=E:/amina'
help-examples-list =
    Examples:
    {"  "}mourafaka --data D/coordinator list visit --where cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f
    {"  "}mourafaka --data D/coordinator list cooperative --where sector=argan --where phone=   # those of argan without a telephone
help-examples-new =
    Examples:
    {"  "}mourafaka --data D/coach-1 new visit cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f coach=01938662-2fd0-739f-a078-27d731cdfdcd planned_on=2026-12-01 purpose='Tenue des registres' days=0.5
    {"  "}mourafaka --data D/coach-1 new cooperative name_fr='Tifaouine' name_ar='تيفاوين' sector=argan capital_subscribed=1250050   # 12,500.50 DH, in centimes
help-examples-set =
    Examples:
    {"  "}mourafaka --data D/coach-1 set cooperative 0193d3d8 phone=0612345678 members_women=12
    {"  "}mourafaka --data D/coach-1 set cooperative Tifaouine languages='["fr","ar"]' douar=   # two languages; the douar is emptied
help-examples-resolve =
    Examples:
    {"  "}mourafaka --data D/coordinator conflicts
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --take 2 --note 'Vérifié sur place'
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --value 0600000903
help-examples-import =
    Examples:
    {"  "}mourafaka --data D/coordinator import cooperative liste.xlsx --dry-run
    {"  "}mourafaka --data D/coordinator import cooperative liste.csv --map 'Dénomination=name_fr' --map 'Observations='
help-examples-sync =
    Examples:
    {"  "}mourafaka --data D/coach-1 sync E:/central   # once; it is remembered
    {"  "}mourafaka --data D/coach-1 sync --dry-run
    {"  "}mourafaka --data D/coach-1 sync
help-examples-call =
    Examples:
    {"  "}mourafaka --data D/coordinator call central_key   # the key of the central file, for sqlcipher
    {"  "}mourafaka --data D/coordinator call show '{"{"}"kind":"cooperative","id":"0193d3d8"{"}"}'
help-bench-form = A form: read, opened, answered
help-bench-screens = What each screen of the window asks, timed on a data folder: the first time, then again
help-arg-bench-screens-on = A day of the week and month that the agenda shows, YYYY-MM-DD (today)
help-form = Forms: check, try, publish, print
help-form-check = Say everything that is wrong or doubtful in a workbook, at its cell
help-arg-form-check-file = XLSForm workbook (.xlsx or .xls)
help-arg-media = Folder of the files that the form names (csv, pictures)
help-form-run = Answer a form step by step, keeping nothing
help-arg-form-run-file = XLSForm workbook
help-arg-answers = Answers, step by step, as JSON
help-arg-labels = With labels
help-arg-timings = With times
help-arg-reference = Like the reference engine where it departs from ODK's documents
help-form-publish = Make a form available to the programme
help-arg-form-publish-file = Workbook, or the name of a form that comes with the app
help-arg-purpose = diagnostic, visit_plan, visit_report, monitoring, exit or other; else what the workbook says
help-form-print = A form as text, to be read or filled on paper
help-arg-form-print-file = Workbook, or the id of a published form
help-arg-blank = Without answers
help-arg-form-print-entry = With the answers of this entry
help-entry = Diagnostics, visits, quarterly sheets: fill, finalise, review
help-entry-new = Begin an entry
help-arg-form = Form: id, form_id, title or purpose
help-arg-visit = The visit it belongs to
help-entry-set = Answer questions
help-arg-entry = Entry: its id or the beginning of it
help-arg-entry-set-answers = Question (name or path) and answer; empty, it clears; several choices separated by a space
help-arg-comment = A comment beside an answer
help-arg-source = How it is known: seen (document seen), declared, estimated
help-arg-not_applicable = Not applicable, with the reason; empty, it takes the mark away
help-arg-evidence = An attachment that proves it
help-arg-detach = Takes an attached document away from an answer; it is deleted where no other answer of the entry names it
help-arg-add = Adds a line to a repeated group
help-arg-moved = Puts instance N of a repeat at another place, counted from 1
help-arg-remove = Takes line N of a repeated group away
help-entry-show = Questions and answers, state, remarks
help-arg-missing = Only what is still missing
help-arg-entry-show-question = This question only, with all its choices
help-entry-finalise = Seal the answers and hand them to the coordination
help-entry-reopen = Take up a finalised entry again
help-arg-reason = Why
help-entry-move = Move a draft to another version of its form
help-arg-entry-move-version = Version, or id of the form
help-entry-return = Send back with remarks on answers
help-arg-remarks = Question and remark; may be repeated
help-entry-validate = Validate
help-entry-close = Close for good
help-score = Show the score of a diagnostic, and what moved since another
help-arg-against = An earlier diagnostic of the same cooperative
help-suggest = Propose strengths, weaknesses and actions from a diagnostic
help-export = Give entries to other tools
help-arg-dest = Folder for the files; none there is replaced
help-arg-format = odk (XForm instances), csv (as ODK Central) or json
help-arg-export-entry = One entry
help-arg-export-form = All entries of a form
help-arg-anonymous = Without the answers of personal questions
help-arg-split = One column a choice for questions with several answers (csv)
help-examples-form-check =
    Examples:
    {"  "}mourafaka form check my-form.xlsx
    {"  "}mourafaka form check my-form.xlsx --media folder --json
help-examples-form-publish =
    Examples:
    {"  "}mourafaka --data D/coordinator form publish diagnostic
    {"  "}mourafaka --data D/coordinator form publish survey.xlsx --purpose other
help-examples-entry-new =
    Examples:
    {"  "}mourafaka --data D/coach-1 entry new diagnostic --cooperative Tifaouine
help-examples-entry-set =
    Examples:
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 ga_regularity=2 organ_functioning=3
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --source ga_regularity=seen --comment 'ga_regularity=minutes of 12 March'
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --not-applicable 'hygiene_plan=no processing'
help-examples-entry-return =
    Examples:
    {"  "}mourafaka --data D/coordinator entry return 0193d3d8 --remark 'ga_regularity=Attach the minutes' --note 'One point to look at again'
help-examples-entry-move =
    Examples:
    {"  "}mourafaka --data D/coach-1 entry move 0193d3d8 --version 2027010101 --dry-run
help-examples-score =
    Examples:
    {"  "}mourafaka --data D/coach-1 score 0193d3d8 --against 01938662
help-examples-export =
    Examples:
    {"  "}mourafaka --data D/coordinator export out --format csv --form diagnostic
    {"  "}mourafaka --data D/coordinator export out --format odk --entry 0193d3d8
help-tasks = Records deleted by one person and edited by another
help-tasks-keep = Keep the record
help-tasks-drop = Leave it deleted
help-backup = Back up all that is on this computer, encrypted, into one file
help-arg-backup-dest = File to make, or folder to put it in
help-restore = Make a data folder from a backup
help-prove = Check a backup: restore it aside, read all of it, compare
help-arg-src = The backup
