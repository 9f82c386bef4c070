# Filling a form, question by question.
filling-sections = Sections
filling-empty = This form asks no question at present.
filling-required = an answer is expected
filling-guidance = What to look at (I)
filling-evidence-expected = Look at:
filling-previous = last time
filling-date-example = dd/mm/yyyy
filling-date-unread = Write the date like this: 24/11/2026
filling-time-example = 14:30
filling-time-unread = Write the time like this: 14:30
filling-today = Today
filling-source = Where the answer comes from
filling-source-seen = document seen
filling-source-declared = declared
filling-source-estimated = estimated
filling-comment = Comment
filling-reason = Why the question does not apply
filling-reason-cancel = Cancel
filling-not-applicable = not applicable
filling-applies = The question applies
filling-constraint = This answer does not fit: correct it.
filling-wrong = to correct
filling-restored = not saved yet
filling-unsaved = Not saved.
filling-retry = Try again
filling-give-up = Back to the saved value
filling-disagreement = Two people answered differently. The disagreement is settled before finalising.
filling-remarked = remark
filling-has-evidence = evidence attached
filling-has-comment = comment
filling-saving = saving…
filling-saved = saved at { $at }
filling-unsaved-count = { $count ->
    [one] { $count } answer not saved
   *[other] { $count } answers not saved
 }
filling-undo = Undo: { $what } (Ctrl Z)
filling-redo = Redo: { $what } (Ctrl Y)
filling-act-at = change of { $at }
filling-undo-nothing = Nothing to undo
filling-redo-nothing = Nothing to redo
filling-finish = Finish…
filling-not-yours = Read only: it is filled by the person who began it, or by the coordination.
filling-returned = The coordination returned this document. Correct the answers that have a remark, then finalise again.
filling-sealed-finalised = Finalised document: it no longer changes. The coordination can validate it, or return it for correction.
filling-sealed-validated = Validated document: it no longer changes. To correct it, ask the coordination to reopen it.
filling-sealed-closed = Closed document: it no longer changes. The coordination can reopen it.
filling-score = Provisional score
filling-score-whole = Score
filling-axes = { $scored ->
    [one] { $scored } axis of { $all }
   *[other] { $scored } axes of { $all }
 }
filling-capped = Capped: a blocking point is at level 0
filling-radar = Score by axis, from 0 to 100
filling-axis = Axis
filling-baseline = previous
filling-latest = current
filling-no-score = no score
filling-section-threshold = score from 60% of the weight
filling-section-scored = score of the section
filling-section-excused = no score: too many answers do not apply
filling-evidence = Evidence
filling-evidence-add = add
filling-evidence-none = No evidence attached.
filling-finish-title = Finish
filling-finish-ready = Everything is answered. The document can be finalised.
filling-finish-lacks = Before finalising, this remains:
filling-finish-unsaved = Not saved
filling-finish-typed = Typed, not saved yet
filling-finish-wrong = To correct
filling-finish-disagreement = Disagreement to settle
filling-finish-missing = Without an answer
filling-finish-know = Good to know
filling-finish-parked = Answers without a place in this version
filling-finish-means = Finalising fixes the answers and the score. After that the document is read and no longer changes, unless it is returned or reopened.
filling-finish-do = Finalise
filling-finish-back = Back to the questions
filling-key-choose = choose, then next
filling-key-tick = tick
filling-key-move = move
filling-key-comment = comment
filling-key-photo = photo
filling-key-accept = confirm
filling-key-leave = leave the line
filling-acknowledge = Read and confirmed
filling-choose = Choose…
filling-search = Search the list…
filling-more = { $count ->
    [one] { $count } other choice: type a few letters to find it.
   *[other] { $count } other choices: type a few letters to find them.
 }
filling-ranked = { $place }: { $label }
filling-rank-up = Move up: { $label }
filling-rank-down = Move down: { $label }
filling-rank-keys = Alt and an arrow move a line.
filling-rank-keep = Keep this order
filling-latitude = Latitude
filling-longitude = Longitude
filling-latitude-unread = Latitude is a number from -90 to 90: in Morocco, between 21 and 36.
filling-longitude-unread = Longitude is a number from -180 to 180: in Morocco, between -17 and -1.
filling-point-how = This computer has no GPS. Copy the position from a phone or a map: both numbers can be pasted together.
filling-datetime-example = dd/mm/yyyy hh:mm
filling-datetime-unread = Write date and time like this: 24/11/2026 14:30
filling-line-example = 30.42 -9.59 ; 30.43 -9.60
filling-calendar = Open the calendar
filling-file-look = Look at { $name }
filling-file-away = not on this computer yet
filling-file-save = Save a copy of { $name }
filling-file-remove = Remove { $name }
filling-file-photo = Choose a photo, or drop it here
filling-file-audio = Choose a recording, or drop it here
filling-file-video = Choose a video, or drop it here
filling-file-any = Choose a file, or drop it here
filling-file-other = Choose another file
filling-file-named = File noted: { $name }. It is not attached here.
filling-signed-paper = Or attach a photo of the signed paper
filling-signature-file = signature
filling-sign-here = Sign in the frame.
filling-sign-again = Start again
filling-sign-keep = Keep the signature
filling-beside = Comment, source, evidence
filling-removed = Removed: { $name }
filling-take-back = Undo
filling-elements-none = None yet.
filling-remove = Remove
filling-remove-one = Remove: { $name }
filling-add = Add
filling-next = Go to the next unanswered question
filling-layout-sheet = See all questions on one page
filling-layout-focus = See one question at a time
filling-elements = { $count ->
    [one] { $count } item
   *[other] { $count } items
 }
filling-wrong-count = { $count ->
    [one] { $count } answer to correct:
   *[other] { $count } answers to correct:
 }
filling-doc = State of the document
filling-doc-reopened = Document reopened: correct what needs it, then finalise it again.
filling-doc-returned-read = Document sent back: its author corrects it, then finalises it again.
filling-doc-to-judge = Document finalised: it waits for the coordination's opinion. Read it, note your remarks, then validate it or send it back.
filling-doc-own = Document finalised. It is your own work: somebody else of the coordination has to validate it.
filling-doc-finalised-mine = Document finalised: it can no longer be changed. The coordination can validate it or send it back. To correct it yourself, reopen it.
filling-doc-validated-here = Document validated: it counts and can no longer be changed. To have it corrected, reopen it or send it back.
filling-done-finalise = Finalised by { $person }, { $on }
filling-done-return = Sent back by { $person }, { $on }
filling-done-validate = Validated by { $person }, { $on }
filling-done-reopen = Reopening by { $person }, { $on }
filling-done-ask = Reopening asked for by { $person }, { $on }
filling-done-close = Closed by { $person }, { $on }
filling-act-validate = Validate…
filling-act-return = Send back…
filling-act-reopen = Reopen…
filling-act-ask-reopen = Ask to reopen…
filling-act-close = Close…
filling-asked = Request noted. The coordination will see it after your next synchronisation.
filling-note = A word with it (optional)
filling-note-needed = Write a few words first: whoever reads it has to understand.
filling-note-leave = Cancel
filling-validate-title = Validate the document
filling-validate-means = Validating confirms this version: its score counts in the tables. The document can no longer be changed unless it is reopened or sent back.
filling-validate-do = Validate
filling-return-title = Send back for correction
filling-return-means = Its author can change the document again, and sees your remarks at each question.
filling-return-note = What has to be looked at again
filling-return-how = Tip: “Write a remark”, below a question, shows the author the exact place.
filling-return-remarks = { $count ->
    [one] One question has a remark:
   *[other] { $count } questions have a remark:
 }
filling-return-do = Send back
filling-reopen-title = Reopen the document
filling-reopen-means = The answers can be changed again. The finalised version stays in the history, with your reason.
filling-reopen-reason = Why reopen it
filling-reopen-do = Reopen
filling-ask-title = Ask to reopen the document
filling-ask-means = This document is validated: it is for the coordination to reopen it. Your request is shown to it with your reason.
filling-ask-do = Send the request
filling-close-title = Close the document
filling-close-means = A closed document is put away: nobody changes it any more. The coordination can reopen it.
filling-close-do = Close
filling-remarks = Remarks
filling-remarks-none = No remarks yet.
filling-remarks-open = { $count ->
    [one] One remark to deal with
   *[other] { $count } remarks to deal with
 }
filling-remarks-settled = { $count ->
    [one] One remark dealt with
   *[other] { $count } remarks dealt with
 }
filling-remark-write = Write a remark
filling-remark-label = Your remark
filling-remark-answer = Answer
filling-remark-answer-label = Your answer to the remark
filling-remark-send = Add
filling-remark-settle = Dealt with
filling-remark-reopen = Not dealt with
filling-newer = New version of the form…
filling-move-title = Move to version { $version } of the form
filling-move-means = Your answers follow into the new version. This is what changes; nothing is done before you confirm, and it can be undone afterwards.
filling-move-kept = { $count ->
    [one] One answer stays as it is.
   *[other] { $count } answers stay as they are.
 }
filling-move-converted = { $count ->
    [one] One answer changes its place or form:
   *[other] { $count } answers change their place or form:
 }
filling-move-parked = { $count ->
    [one] One answer has no place any more. It stays readable, apart:
   *[other] { $count } answers have no place any more. They stay readable, apart:
 }
filling-move-added = { $count ->
    [one] One new question:
   *[other] { $count } new questions:
 }
filling-move-do = Move to this version
filling-move-not = Stay on this version
filling-moved = The form is now in version { $version }.
filling-act-moved = change of version
filling-act-file = attached file
filling-act-remark = remark
filling-act-settled = remark dealt with
filling-act-element = element added or removed
filling-aside = Answers kept apart
filling-aside-open = { $count ->
    [one] 1 answer kept apart
   *[other] { $count } answers kept apart
 }
filling-aside-late = Came after the document was finalised
filling-aside-late-means = The document keeps the answers that it had. These are kept and do not count: to take them, reopen the document.
filling-aside-late-kept = The document keeps the answers that it had. These are kept and do not count as long as it is not reopened.
filling-aside-sealed = In the document
filling-aside-now = Came later, from { $person }
filling-aside-empty = no answer
filling-aside-parked-means = They are kept and leave with the export. A question of the same name in a later version of the form would take them up.
filling-signature-of = Signature: { $what }
filling-signed = Kept by { $person }, { $at }
filling-newer-there = This entry follows version { $version } of the form; a newer one has come.
