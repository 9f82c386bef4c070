# Filling a form, question by question.
filling-sections = Sections
filling-empty = This form asks no question at present.
filling-required = an answer is expected
filling-guidance = What to look at (I)
filling-evidence-expected = Look at:
filling-previous = previous diagnostic
filling-date-example = 24/11/2026
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
filling-remark = Remark by { $person }:
filling-remarked = remark
filling-has-evidence = evidence attached
filling-has-comment = comment
filling-state-draft = Draft
filling-state-returned = Returned
filling-state-finalised = Finalised
filling-state-validated = Validated
filling-state-closed = Closed
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
filling-datetime-example = 24/11/2026 14:30
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
