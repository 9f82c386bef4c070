# Files on records: photos, documents, recordings, tables.
fault-attachment-too-large = The file { $path } is too large: { $size_mb } MB, at most { $max_mb } MB. Shorten the recording, or scan fewer pages or less finely; nothing was attached.
fault-attachment-other-content = The file { $path } is not what its name says: it holds something else, or it is damaged. Open it in the app that made it and save it again; nothing was attached.
fault-attachment-heic = { $path } is a photo in the HEIC format, which few laptops show. On the telephone choose the “most compatible” format (JPEG), or send it as JPEG; nothing was attached.
fault-attachment-type = { $path } is of no type that can be attached. These can: photos (JPEG, PNG, WebP), PDF, sound (MP3, M4A, OGG, WAV, AMR), video (MP4, 3GP), tables (XLSX, XLS, CSV). Save any other document as PDF; nothing was attached.
fault-attachment-picture-large = The photo { $path } has too many points: { $width } × { $height }, at most 64 million. Make it smaller or take it again less finely; nothing was attached.
fault-attachment-picture-damaged = The photo { $path } is damaged and cannot be shown. Copy it from the telephone again or take it again; nothing was attached.
fault-attachment-not-here = The file “{ $name }” has not come to this laptop yet. Synchronise, and ask whoever attached it to synchronise too.
fault-attachment-subject = Nothing is attached to a record of the kind “{ $kind }”. Attach the file to the cooperative, the visit or the answer concerned.
attached = Attached: { $name } ({ $kb } kB), { $id }
attached-reduced = The photo was reduced from { $from_kb } kB to { $kb } kB, without the place or the device that took it.
sync-attachments = Attached files: { $sent } sent, { $received } received.
help-attach = Attach a photo, a PDF, sound, a video or a table to a record
help-arg-attach-file = The file; a photo is reduced and no longer says where it was taken
help-examples-attach =
    Examples:
    {"  "}mourafaka --data D/coach-1 attach cooperative 'Coopérative Exemple' presse.jpg
    {"  "}mourafaka --data D/coach-1 attach visit 0193c0de compte-rendu.pdf
