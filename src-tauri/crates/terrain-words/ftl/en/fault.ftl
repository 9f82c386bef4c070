fault-wrong-passphrase = The passphrase is not the right one. Check the keyboard's language and the shift key, then try again.
fault-weak-passphrase = The passphrase is too short: at least { $min } characters are needed. Take for instance four unrelated words.
fault-passphrase-missing = No passphrase was given. Type it when asked, or use --passphrase-file or the variable MOURAFAKA_PASSPHRASE.
fault-no-data-folder = There is no data folder in { $path }. Check --data, or start a programme with "init".
fault-data-folder-exists = The folder { $path } exists already and is not empty. Choose another folder: nothing was changed there.
fault-data-folder-damaged = The data folder { $path } cannot be read ({ $reason }). Leave it as it is and restore a copy.
fault-data-folder-busy = The data folder is in use by another window or command. Close it and try again.
fault-not-encrypted = The data file { $path } is not encrypted: it does not come from this app and was not opened.
fault-newer-format = This was made by a newer version (format { $found }, this version knows { $known }). Update the app; nothing was changed.
fault-laptop-full = This computer's disk is full: nothing was saved. Free some space and try again.
fault-laptop-failed = This computer's disk refused: { $reason }. Nothing was changed.
fault-file-exists = The file { $path } exists already. Choose another name: it was not replaced.
fault-file-missing = The file { $path } cannot be found. Check its name and folder.
fault-no-centre = There is no central file in { $path }. Check that the stick or share is plugged in and that this is the right folder; nothing was created there.
fault-no-centre-chosen = No central folder has been chosen yet. Give it once: sync PATH.
fault-several-centres = There are several central files in { $path }: { $names }. Name the folder that holds only one.
fault-folder-not-empty = The folder { $path } is not empty: a programme starts only in an empty folder. Nothing was changed there.
fault-header-missing = In { $path } the programme's header is missing. If this is the right folder, the command "heal" puts it back; nothing was changed.
fault-header-bad = In { $path } the programme's header is not valid ({ $reason }). Nothing was read or changed.
fault-other-programme = The folder { $path } belongs to another programme. Nothing was read or changed; check the folder.
fault-target-full = There is not enough room in { $path }: { $needed_mb } MB are needed, { $free_mb } MB are left. Nothing is lost; free some space and sync again.
fault-target-readonly = Writing is forbidden in { $path }. Check the stick's lock or your rights; your work is whole on this computer.
fault-target-gone = { $path } is no longer there. Was the stick or share unplugged? Plug it in and sync again; nothing is lost.
fault-target-failed = The central folder { $path } refused: { $reason }. Nothing is lost; sync again.
fault-stopped = Stopped as you asked. Nothing is lost; the next sync will go on.
fault-unknown-kind = "{ $got }" is not a known kind of record.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-unknown-field = The kind "{ $kind }" has no field "{ $got }".{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-derived-field = The field "{ $field }" is computed: it is not written.
fault-unknown-row = No record "{ $kind }" matches "{ $got }".
fault-ambiguous-row = { $count } records "{ $kind }" match "{ $got }": give more characters.
fault-bad-json = "{ $got }" is not a JSON value expected here ({ $reason }).
fault-required-missing = For "{ $kind }" these are missing: { $fields }.
fault-not-allowed = Your role may not write "{ $kind }" ({ $field }). Ask the coordination.
fault-not-your-row = This record bears another computer's name: it is not accepted.
fault-certificate-ended = This computer's certificate is no longer valid: it cannot write. Turn to the coordination.
fault-kind-not-writable = The kind "{ $kind }" is not written by hand: it has its own commands.
fault-personal-key-missing = The key of this record's personal data ({ $row }) has not come yet. Sync, then try again.
fault-unknown-conflict = No open disagreement is called "{ $got }". The command "conflicts" shows them.
fault-unknown-choice = There is no value no. { $got }: choose from 1 to { $count }.
fault-take-or-value = Choose either --take N or --value JSON.
fault-coordinator-only = Only the regional coordination can do this.
fault-unknown-command = "{ $got }" is not a known command.{ $hint ->
    [none] {""}
   *[other] {" "}Did you mean "{ $hint }"?
 }
fault-usage = { $reason }
fault-defect = A defect of the app: { $reason }. Your saved data are whole; tell the coordination.
fault-sheet-unreadable = The file { $path } cannot be read as a table: { $reason }.
fault-sheet-too-large = The file { $path } is too large ({ $reason }). Cut it up or take out needless sheets.
fault-import-no-header = No header row was recognised in { $path }. The first row must name the columns, for instance "Nom", "Province", "Secteur".
fault-import-unknown-column = The file has no column "{ $got }".
fault-import-kind = Import does not know the kind "{ $kind }" yet. It knows: cooperative.
refusal-wrong-type = { $expected } is expected, { $got } was given.
refusal-unknown-option = "{ $got }" is not an option. Options: { $options }.
refusal-bad-date = "{ $got }" is not a day of the calendar (yyyy-mm-dd).
refusal-bad-time = "{ $got }" is not a time (hh:mm).
refusal-too-long = { $length } characters, at most { $max }.
refusal-control-character = the text holds a control character.
refusal-out-of-range = { $got } is out of range.
refusal-bad-id = "{ $got }" is not an identifier.
refusal-bad-hash = "{ $got }" is not a hash.
refusal-bad-place = this is not a place: lat from -90 to 90, lon from -180 to 180.
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
