# Pieces that screens share.
kit-passphrase-show = Show the passphrase
kit-passphrase-hide = Hide the passphrase
kit-passphrase-capitals = Caps Lock is on.
kit-notice-info = Information:
kit-notice-attention = Attention:
kit-notice-error = Error:
kit-close = Close
kit-loading = Loading…
kit-number-none = Write a number, for example 12 or 12.5.
kit-number-whole = Write a whole number.
kit-number-low = Not less than { $min }.
kit-number-high = Not more than { $max }.
kit-place-here = here
kit-place-delivered = delivered
kit-place-received = received
kit-document-draft = draft
kit-document-finalised = finalised
kit-document-returned = returned
kit-document-validated = validated
kit-document-closed = closed
kit-stage-none = coaching not begun
kit-stage = month { $month } of { $months }
kit-stage-over = the two years are over
kit-band-none = no score
kit-cancel = Cancel
kit-stopping = Stopping…
kit-none-found = Nothing matches. Try fewer letters.
kit-more-found = { $count ->
    [one] { $count } more: type more letters.
   *[other] { $count } more: type more letters.
 }
kit-date-form = dd/mm/yyyy
kit-date-none = This is no date: write for example 3/12/2026, or choose in the calendar.
kit-date-early = Not before { $day }.
kit-date-late = Not after { $day }.
kit-clear = Clear: { $label }
kit-calendar = Calendar: { $label }
kit-calendar-previous = Previous month
kit-calendar-next = Next month
kit-calendar-month = Month
kit-calendar-year = Year
kit-time-none = This is no time of day: write for example 9:40.
kit-table-find = Filter the table
kit-table-columns = Choose columns
kit-table-count = { $shown } of { $total }
words-just-now = just now
words-comma = ,{" "}
