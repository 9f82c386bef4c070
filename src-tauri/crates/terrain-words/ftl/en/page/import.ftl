# Reading a table of cooperatives.
import-title = Read a table of cooperatives
import-lead = An Excel or CSV file, one cooperative a line. Nothing is saved before you agree.
import-back = Back to the cooperatives
import-pick = Choose a file
import-pick-title = Choose the table, or drag it here
import-pick-hint = Columns are recognised by their headings, in French, Arabic or English. You will see each line: new, changed, the same, or refused with its reason, before anything changes.
import-other = Another file
import-take = { $rows ->
    [0] Nothing to save
    [one] Save one cooperative
   *[other] Save { $rows } cooperatives
 }
import-taken = Saved: { $new } new, { $changed } changed, { $refused ->
    [0] none refused.
   *[other] { $refused } refused, to be mended in the file.
 }
import-undone = The import is undone: everything is as before.
import-undo = Undo this import
import-to-list = See the cooperatives
import-columns = Columns of the file
import-columns-hint = mend here what was misunderstood
import-column-left-out = left out
import-province = Province
import-rows = Lines of the file
import-all = All
import-outcome-new = New
import-outcome-changed = Changed
import-outcome-same = The same
import-outcome-refused = Refused
import-head-row = Line
import-head-name = Cooperative
import-head-outcome = Result
import-head-about = Details
import-read-as = Read "{ $got }" as "{ $meant }"
import-more = { $more ->
    [one] Show the last row
   *[other] Show more: { $more } rows left
 }
import-no-rows = This file has headings only: no row to read. Add the cooperatives below the headings, then choose it again.
import-drop = Drop the table here
import-too-large = “{ $name }” is too large: { $size }, at most { $max }. Remove pictures and sheets that are not needed, or split it.
import-resembles = looks like “{ $name }”, already in the list: is it the same? Once saved, the two records can be joined.
import-resembles-row = looks like row { $row }, “{ $name }”: is it the same?
import-row-new = new
import-row-changed = changed
import-row-same = same
import-row-refused = refused
import-reason-province = "{ $got }" is not a province or prefecture of the region
import-reason-sector = "{ $got }" is not a known sector
import-reason-date = "{ $got }" is not a date (dd/mm/yyyy)
import-reason-number = "{ $got }" is not a number
import-reason-option = "{ $got }" is not a known option
import-reason-error = the cell holds a calculation error ({ $got })
import-reason-name = the name is missing
import-reason-twice = the same cooperative is already in row { $got }
import-reason-ambiguous = several cooperatives bear this name: add the ICE or the register number
import-reason-text = "{ $got }" will not do here
import-reason-too-long = the text is too long: at most 10,000 characters
import-reason-control = the text holds a control character
