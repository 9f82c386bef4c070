# Sync: before, while it goes, after.
exchange-title = Synchronisation
exchange-about-never = This laptop has never synced yet.
exchange-about-at = Last sync { $at }.
exchange-about-last = Last sync { $at }, { $ago }.
exchange-about-running = You may stop at any moment: what is written and verified stays delivered.
exchange-about-delivered = Your work is on the office's copy. If it is a USB stick, eject it to finish.
exchange-centre-there = Central file within reach
exchange-centre-away = Central file out of reach
exchange-centre-none = No folder chosen
exchange-this-laptop = This laptop
exchange-central-file = Central file
exchange-generation = generation { $number }
exchange-start = Sync
exchange-start-again = Sync again
exchange-again = Try again
exchange-stop = Stop safely
exchange-stopping = Stopping at the next safe point…
exchange-choose = Choose the central folder…
exchange-choose-other = Another folder…
exchange-why-none = First choose the folder with the central file: a USB stick, a share or a folder.
exchange-why-away = Plug in the stick or the share: you can sync as soon as the folder is there.
exchange-safe = Nothing is erased, and you may repeat it as often as needed.
exchange-safe-last = The last one took { $seconds } s. Nothing is erased, and you may repeat it as often as needed.
exchange-lane-send = { $count ->
    [one] change to send
   *[other] changes to send
 }
exchange-lane-sent = { $count ->
    [0] changes to deliver
    [one] change delivered to the office
   *[other] changes delivered to the office
 }
exchange-lane-receive = { $count ->
    [0] new files to receive
    [one] file to receive
   *[other] files to receive
 }
exchange-lane-receive-unknown = to receive, read on the way
exchange-lane-received = { $count ->
    [0] changes to receive
    [one] change received
   *[other] changes received
 }
exchange-lane-verified = verified
exchange-lane-merged = merged
exchange-leaving = What leaves
exchange-before = Before you begin
exchange-kind-entry = Diagnostics and other filled forms
exchange-kind-answer = Answers
exchange-kind-visit = Visits
exchange-kind-cooperative = Cooperatives
exchange-kind-officer = Officers of cooperatives
exchange-kind-remark = Remarks
exchange-kind-event = Finalisations, returns, validations
exchange-kind-attachment = Photos and documents
exchange-kind-assignment = Assignments
exchange-kind-person = People
exchange-kind-form = Published forms
exchange-kind-other = Other entries
exchange-fact-programme = The folder holds the programme { $name }
exchange-fact-nothing-to-send = Nothing to send: your work is delivered already
exchange-fact-evidence = { $count ->
    [one] One piece of evidence still has to be delivered
   *[other] { $count } pieces of evidence still have to be delivered
 }
exchange-fact-lacking = { $count ->
    [one] One file is missing from the central folder: it will be put back
   *[other] { $count } files are missing from the central folder: they will be put back
 }
exchange-fact-nothing-to-receive = Nothing new to receive
exchange-fact-clock = This laptop's clock cannot be right: set the date
exchange-fact-conflicts = { $count ->
    [one] One disagreement is open: it prevents nothing
   *[other] { $count } disagreements are open: they prevent nothing
 }
exchange-fact-waiting = { $count ->
    [one] One file waits for the one before it
   *[other] { $count } files wait for the one before them
 }
exchange-fact-drafts = { $count ->
    [one] One draft leaves as a draft
   *[other] { $count } drafts leave as drafts
 }
exchange-fact-unpublished = No central file has been published here yet
exchange-stage-begins = The sync begins
exchange-stage-read = Reading the central folder
exchange-stage-merge = Merging what came
exchange-stage-check = Reading again a part of the central folder
exchange-stage-write = Writing your changes
exchange-stage-verify = Verifying what was written
exchange-stage-publish = Publishing the central file
exchange-seconds = { $seconds } s
exchange-if-gone = If the stick is pulled out now
exchange-if-gone-written = What is written and verified stays in the central folder
exchange-if-gone-rest = The rest leaves at the next sync
exchange-if-gone-nothing-lost = Nothing to type again, nothing lost
exchange-done = The sync is complete
exchange-stopped = Stopped at your request
exchange-stopped-safe = Nothing is lost: what is delivered stays so, and the next sync goes on where this one stopped.
exchange-failed = The sync did not come to its end
exchange-undelivered = A part of your work is not on the office's copy yet
exchange-undelivered-next = Sync again; meanwhile all of it is kept on this laptop.
exchange-conflicts = { $count ->
    [one] One disagreement to settle
   *[other] { $count } disagreements to settle
 }
exchange-conflicts-kept = Two people wrote different things in the same place: all values are kept.
exchange-left = What left
exchange-left-delivered = Changes delivered to the office
exchange-left-undelivered = Changes delivered so far
exchange-left-attachments = Photos, documents and workbooks
exchange-left-published = Published in the central file
exchange-left-healed = Files put back into the central folder
exchange-left-received-later = “Received” will show once the coordination has synced
exchange-came = What came
exchange-came-changes = Changes from other computers
exchange-came-attachments = Photos, documents and workbooks
exchange-came-conflicts = Disagreements to settle
exchange-came-hidden = Records taken out of sight, kept in the history
exchange-came-quarantined = Acts set aside: their author had no right to them
exchange-findings = To look at
exchange-findings-more = and { $count } more
exchange-journal = Journal
exchange-journal-none = Each sync will leave a line here.
exchange-journal-when = When
exchange-journal-what = What was done
exchange-journal-took = Duration
exchange-journal-generation = Generation
exchange-journal-sent = { $count ->
    [0] nothing delivered
   *[other] { $count } delivered
 }
exchange-journal-received = { $count ->
    [0] nothing received
   *[other] { $count } received
 }
exchange-journal-conflicts = { $count ->
    [one] { $count } disagreement
   *[other] { $count } disagreements
 }
exchange-journal-stopped = stopped at your request
exchange-journal-failed = did not come to its end
exchange-journal-undelivered = not all is delivered
exchange-journal-details = Details of the sync of { $at }
exchange-journal-bytes = { $read } read, { $written } written
exchange-journal-more = Show the { $count } older ones
exchange-compare = Compare
exchange-repair = Repair
exchange-repair-ask = Repair this central folder?
exchange-repair-says = All that this laptop knows of the programme will be put back there. Nothing is erased: what is damaged is set aside. Make sure that it is the right folder.
exchange-repaired = Repair finished
exchange-about-repairing = The central folder is read whole and what is missing is put back. You can stop at any time.
exchange-damaged = The central folder is damaged in places
exchange-damaged-says = What was seen is set aside, and your work is safe here. "Repair" reads the whole folder again and puts back what this laptop has.
