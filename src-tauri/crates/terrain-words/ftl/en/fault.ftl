fault-wrong-passphrase = The passphrase is not the right one. Check the keyboard's language and the shift key, then try again.
fault-weak-passphrase = The passphrase is too short: at least { $min } characters are needed. Take for instance four unrelated words.
fault-passphrase-missing = No passphrase was given. Type it when asked, or use --passphrase-file or the variable MOURAFAKA_PASSPHRASE.
fault-passphrase-differs = The two passphrases are not the same. Nothing was done: try again.
fault-no-data-folder = There is no data folder in { $path }. { $in ->
    [command] Check --data, or start a programme with "init".
   *[window] Choose another data folder, or start a programme.
 }
fault-data-folder-exists = The folder { $path } exists already and is not empty, or is used twice. Choose another folder: nothing was changed there.
fault-data-folder-damaged = The data folder { $path } cannot be read: { $reason }. Leave it as it is and restore a copy; what was synced is on the office copy.
fault-data-folder-busy = The data folder { $path } is in use by another window or command. Close it and try again; nothing was changed.
fault-not-encrypted = The data file { $path } is not encrypted: it does not come from this app and was not opened.
fault-newer-format = This was made by a newer version (format { $found }, this version knows { $known }). Update the app; nothing was changed.
fault-laptop-full = This computer's disk is full ({ $path }): nothing was saved. Free some space and try again.
fault-laptop-readonly = Writing is forbidden in { $path } on this computer: nothing was saved. Check your rights on this folder and try again.
fault-laptop-failed = On this computer { $path } could not be read or written: { $reason }. Nothing was changed; check the disk and try again.
fault-file-exists = The file { $path } exists already: it was not replaced. { $in ->
    [command] Choose another name.
   *[window] Choose another folder, or first move the one that is there.
 }
fault-file-missing = The file { $path } cannot be found. Check its name and folder.
fault-file-unreadable = The file { $path } cannot be read: { $reason }.
fault-not-a-file = { $path } is not a file. Name the file itself, not its folder.
fault-no-centre = There is no central file in { $path }. Check that the stick or share is plugged in and that this is the right folder; nothing was created there. { $in ->
    [command] If the central file is lost, first make this folder if it is gone, then "heal" makes everything again in it from this computer.
   *[window] If the central file is lost, "Repair" makes everything again in it from this laptop; if the folder itself is gone, make it first.
 }
fault-no-centre-chosen = No central folder has been chosen yet. { $in ->
    [command] Give it once: "sync FOLDER"; it will be remembered.
   *[window] Choose it once on the Sync screen; it will be remembered.
 }
fault-several-centres = There are several central files in { $path }: { $names }. Name the folder that holds only one.
fault-folder-not-empty = The folder { $path } is not empty: a programme starts only in an empty folder. Nothing was changed there.
fault-header-missing = In { $path } the programme's header is missing. If this is the right folder, { $in ->
    [command] the command "heal" puts it back
   *[window] "Repair" puts it back
 }; nothing was changed.
fault-header-bad = In { $path } the programme's header is not valid: this is not the programme's folder, or it is damaged. Nothing was read or changed. If it is the right folder, { $in ->
    [command] "heal" repairs it.
   *[window] "Repair" mends it.
 }
fault-other-programme = The folder { $path } belongs to another programme. Nothing was read or changed; check the folder.
fault-target-full = There is not enough room in { $path }: { $needed_mb } MB are needed, { $free_mb } MB are left. Nothing is lost; free some space and try again.
fault-target-full-now = There is no room left in { $path }. Nothing is lost: your work is on this computer. Free some space and try again.
fault-target-readonly = Writing is forbidden in { $path }. Check the stick's lock or your rights; your work is whole on this computer.
fault-target-gone = { $path } is no longer there. Was the stick or share unplugged? Plug it in and try again; nothing is lost.
fault-target-failed = { $path } could not be read or written: { $reason }. Nothing is lost: check the stick or the share and try again.
fault-stopped = Stopped as you asked. Nothing is lost; the next sync will go on.
fault-demo-folder = The folder { $path } is taken: the demonstration is made in an empty or new folder. Nothing was changed there.
fault-demo-stopped = Stopped as you asked: the unfinished demonstration was taken away.
fault-unknown-kind = "{ $got }" is not a known kind of record.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-unknown-field = The kind "{ $kind }" has no field "{ $got }".{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-derived-field = The field "{ $field }" is computed: it is not written.
fault-unknown-row = No record "{ $kind }" matches "{ $got }". { $in ->
    [command] "list { $kind }" shows them.
   *[window] It may have been deleted: go back to the list and open it again.
}
fault-other-kind = { $got } is not a record "{ $kind }": it is a record "{ $other }".
fault-ambiguous-row = Several records "{ $kind }" (at least { $count }) match "{ $got }": give more characters of the identifier.
fault-bad-json = "{ $got }" is not what is expected here: { $reason }.
fault-json-missing = In { $got }, "{ $name }" is missing.
fault-json-unknown = In { $got }, "{ $name }" is not expected.
fault-field-twice = "{ $field }" is given twice: keep one value.
fault-required-missing = For "{ $kind }" these are missing: { $fields }.
fault-not-allowed = Your role may not write "{ $kind }" ({ $field }). Ask the coordination.
fault-kind-not-adopted = The kind "{ $kind }" is new: the coordination must first open the new version of the app and synchronise. Then synchronise and try again.
fault-undo-nothing = There is nothing to undo or to do again here.
fault-undo-changed = "{ $kind }" ({ $field }) was changed since: undoing would take that change away. Correct the value instead.
fault-undo-settled = "{ $kind }" ({ $field }) was a disagreement that you settled: choose another value instead.
fault-undo-sealed = A finalised or validated document is not undone: reopen it.
fault-not-your-row = This record bears another computer's name: it is not accepted.
fault-certificate-ended = This computer's certificate is no longer valid: it cannot write. Turn to the coordination.
fault-kind-not-writable = The kind "{ $kind }" is not written by hand: it has its own commands.
fault-only-one = There is a record "{ $kind }" already and there is only ever one: "set" changes it.
fault-never-changed = A record "{ $kind }" is neither changed nor deleted: it is proof. To take a computer's rights away, make a record "ending".
fault-never-deleted = The record "{ $kind }" is not deleted: everything else hangs on it. "set" changes it.
fault-personal-key-missing = The key of this record's personal data ({ $row }) has not come yet. Sync, then try again.
fault-unknown-conflict = { $in ->
    [command] No open disagreement is called "{ $got }". The command "conflicts" shows them.
   *[window] This disagreement is no longer open: somebody has settled it meanwhile.
 }
fault-unknown-choice = There is no value no. { $got }: choose from 1 to { $count }.
fault-take-or-value = { $in ->
    [command] Choose either --take N or --value JSON.
   *[window] Choose one of the values offered or write the right one: one or the other. Nothing was changed.
}
fault-no-task = There is nothing to decide about this record ({ $kind }): somebody already did, or it was not deleted while another person edited it.
fault-task-changed = An edit has arrived since this record was shown. Nothing was done: look at it again, then decide.
fault-coordinator-only = Only the regional coordination can do this.
fault-unknown-command = "{ $got }" is not a known command.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-usage-unknown-argument = "{ $got }" is not an option of this command.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 } "--help" shows them all.
fault-usage-missing = { $argument } is missing. "--help" shows what the command expects.
fault-usage-no-command = Say what to do: "mourafaka --help" shows the commands.
fault-usage-twice = { $argument } is given only once.
fault-usage-not-text = One of the words typed is not readable text (UTF-8). Type it again, or rename the file.
fault-usage-pair = "{ $got }": { $argument } is expected, a name, the sign = and a value, for instance planned_on=2026-12-01.
fault-usage-no-value = The value of { $argument } is missing.
fault-usage-bad-value = "{ $got }" will not do for { $argument }. "--help" shows what the command expects.
fault-usage-other = The command was not understood ({ $argument }). "--help" shows what it expects.
fault-usage-range = { $argument } { $got }: a number from { $min } to { $max } is needed.
fault-usage-language = "{ $got }" is not a language of the app. Choose fr, ar, zgh or en.
fault-defect = A defect of the app: { $reason }. Your saved data are whole; tell the coordination.
fault-sheet-unreadable = The file { $path } cannot be read as a table: it is damaged, or neither .xlsx nor .csv. Open it in your spreadsheet program and save it again.
fault-sheet-too-large = The file { $path } is too large: { $size_mb } MB, at most { $max_mb } MB. Take out pictures and needless sheets, or cut it up.
fault-sheet-too-many-cells = In { $path } the sheet "{ $sheet }" is too large: at most 100,000 rows and 300 columns. Delete needless rows and columns, or cut the file up.
fault-sheet-cell-too-long = In { $path } the cell { $cell } holds an excessive text. Shorten it and try again.
fault-sheet-bomb = The file { $path } unfolds into far more than a real table: it was not opened. Do not use it if you do not know where it comes from.
fault-sheet-empty = The file { $path } is empty.
fault-sheet-old-format = The file { $path } is in the format of Excel before 2007 (.xls), or protected by a password. Open it in your spreadsheet program and save it as .xlsx without a password.
fault-import-no-header = No header row was recognised in { $path }. One of the first twenty rows must name the columns, for instance "Nom", "Province", "Secteur". { $in ->
    [command] --map COLUMN=FIELD makes others known.
   *[window] Write these headings into the file, save it, and choose it again.
 }
fault-import-unknown-column = The file's header row has no column "{ $got }". Copy the title as it stands in the file.
fault-import-kind = Import does not know the kind "{ $kind }" yet. It knows: cooperative.
refusal-of-field = { $field }: { $said }
refusal-wrong-type = { $expected } is expected, { $got } was given.
refusal-unknown-option = "{ $got }" is not an option.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 } Options: { $options }.
refusal-bad-date = "{ $got }" is not a day of the calendar (yyyy-mm-dd).
refusal-bad-time = "{ $got }" is not a time (hh:mm).
fault-page-key = The window wanted to keep something under a name that is not accepted: { $got }. Letters without accents, digits and . _ / : - [ ] are allowed, { $max } characters at most.
fault-page-value = The window wanted to keep a text that is too long under { $key }: { $length } bytes, at most { $max }.
refusal-too-long = { $length } characters, at most { $max }.
refusal-control-character = the text holds a control character. Type it again without copying.
refusal-out-of-range = { $got } is out of range.
refusal-bad-id = "{ $got }" is not an identifier. "list" and "search" show them.
refusal-bad-hash = "{ $got }" is not a hash.
refusal-bad-place = this is not a place: lat from -90 to 90, lon from -180 to 180.
reason-denied = you have no right to
reason-read-only = writing is forbidden there
reason-not-a-folder = it is not a folder
reason-is-a-folder = it is a folder
reason-name-too-long = the name is too long or not allowed
reason-missing = it is no longer there
reason-full = there is no room left
reason-busy = it is in use elsewhere
reason-exists = a file has this name there already
reason-too-large = the system refuses so large a file
reason-network = the share no longer answers
reason-not-text = it is not text (UTF-8)
reason-disk = the disk reported an error
reason-read-back = what was written does not read back
reason-key-file = the file "key" is damaged
reason-key = it does not open with this folder's key
reason-damaged = it is damaged or incomplete
reason-json-syntax = it is not JSON
reason-json-shape = it is not the shape expected
type-text = a text
type-date = a date
type-time = a time
type-instant = an instant
type-int = a whole number
type-dec = a number
type-bool = true or false
type-money = an amount in centimes
type-place = a place
type-one = an option
type-many = a list of options
type-ref = an identifier
type-many-ref = a list of identifiers
type-hash = a hash
type-many-hash = a list of hashes
type-event = an event
fault-file-too-large = The file { $path } is too large: { $size_mb } MB, at most { $max_mb } MB.
fault-form-refused = The form { $path } is refused: { $count } error(s). The first ({ $place }): { $said } { $in ->
    [command] "form check" shows them all.
   *[window] Correct the workbook, then choose it again.
}
fault-unknown-purpose = "{ $got }" is no known purpose. Purposes: { $options }. { $hint ->
    [none] {""}
   *[other] Did you mean "{ $hint }"?
}
fault-unknown-form = No published form is called "{ $got }". Published: { $options }. { $hint ->
    [none] "list form" shows them.
   *[other] Did you mean "{ $hint }"?
}
fault-form-not-here = The workbook of "{ $title }" has not arrived on this laptop yet. { $in ->
    [command] "sync" will bring it.
   *[window] The next sync will bring it.
 }
fault-form-not-readable = This version of the app cannot read "{ $title }". Update the app.
fault-form-not-scored = "{ $title }" is not scored.
fault-unknown-question = No question is called "{ $got }" here. { $hint ->
    [none] "entry show" shows them.
   *[other] Did you mean "{ $hint }"?
}
fault-ambiguous-question = Several questions are called "{ $got }": say which ({ $paths }).
fault-entry-sealed = This entry is sealed ({ $state }). { $in ->
    [command] "entry reopen" takes it up again, with a reason.
   *[window] Reopen it, with a reason, to change it.
 }
fault-entry-incomplete = { $count } answer(s) are missing or to be mended: { $questions }. { $in ->
    [command] "entry show --missing" shows them.
   *[window] They are marked in the form.
 }
fault-entry-disagreement = A disagreement is open on { $questions }: settle it before finalising { $in ->
    [command] ("conflicts").
   *[window] (Disagreements screen).
 }
fault-entry-act = This cannot be done now. { $why }
fault-not-applicable-blocking = "{ $question }" is a blocking question: it always applies.
fault-other-cooperative = "{ $got }" is an entry of another cooperative.
fault-other-form = "{ $got }" is another form than "{ $form }".
fault-answers-unreadable = The file of answers { $path } cannot be read at line { $line }, column { $column }: it has to be JSON with "steps".
fault-reason-missing = A text is needed: say why.
fault-nothing-answered = { $in ->
    [command] Nothing to save: give at least one answer, QUESTION=ANSWER. "entry show --missing" shows the questions.
   *[window] Nothing to save: answer a question first.
}
fault-export-what = Say what to export: an entry or a form.
fault-backup-none = { $path } is no backup of this application. Choose the file whose name ends with ".mourafaka-backup".
fault-backup-damaged = The backup { $path } is damaged: it is no longer as it was written. Nothing was changed; take another one, or make one again.
fault-backup-other = The backup { $path } is not of this data folder: it does not open with its key. Nothing was changed.
fault-backup-inside = { $path } is in the data folder itself: a backup there would be of no use. Choose a USB stick or another disk.
fault-backup-too-large = The data of this computer ({ $size_mb } MB) are more than a backup can hold. Nothing was written.
fault-backup-stopped = Stopped as you asked: nothing is left of what was begun, and nothing was changed.
fault-visit-cancelled = This visit is cancelled, so it has no report. Clear the reason if it took place after all.
fault-join-itself = This is the same record twice. Nothing has changed; choose two different records.
fault-not-joined = This record is not joined to any other: there is nothing to separate.
fault-not-suggested = “{ $got }” is not an action that the last finished diagnostic suggests to this cooperative. Nothing was changed.
fault-refusal-without-reason = A refusal needs a reason, in a few words: it will be read again at the next diagnostic. Nothing was noted.
