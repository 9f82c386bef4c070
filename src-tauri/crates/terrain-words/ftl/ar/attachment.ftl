# الملفات المرفقة بالبطاقات: صور ووثائق وتسجيلات وجداول.
fault-attachment-too-large = الملف { $path } كبير جدا: { $size_mb } ميغابايت، والحد { $max_mb } ميغابايت. قصّروا التسجيل، أو امسحوا صفحات أقل أو بدقة أقل؛ لم يُرفق شيء.
fault-attachment-other-content = الملف { $path } ليس ما يدل عليه اسمه: محتواه شيء آخر، أو هو تالف. افتحوه بالتطبيق الذي أنجزه واحفظوه من جديد؛ لم يُرفق شيء.
fault-attachment-heic = الملف { $path } صورة بصيغة HEIC التي لا تعرضها إلا حواسيب قليلة. اختاروا في الهاتف الصيغة «الأكثر توافقا» (JPEG)، أو أرسلوها بصيغة JPEG؛ لم يُرفق شيء.
fault-attachment-type = الملف { $path } ليس من الأنواع التي تُرفق. ما يُرفق: صور (JPEG وPNG وWebP)، وPDF، وأصوات (MP3 وM4A وOGG وWAV وAMR)، وفيديو (MP4 و3GP)، وجداول (XLSX وXLS وCSV). احفظوا غيرها بصيغة PDF؛ لم يُرفق شيء.
fault-attachment-picture-large = الصورة { $path } فيها نقط كثيرة: { $width } × { $height }، والحد 64 مليونا. صغّروها أو التقطوها بدقة أقل؛ لم يُرفق شيء.
fault-attachment-picture-damaged = الصورة { $path } تالفة ولا يمكن عرضها. انسخوها من الهاتف من جديد أو التقطوها ثانية؛ لم يُرفق شيء.
fault-attachment-not-here = الملف «{ $name }» لم يصل بعد إلى هذا الحاسوب. زامنوا، واطلبوا ممن أرفقه أن يزامن أيضا.
fault-attachment-subject = لا يُرفق شيء ببطاقة من نوع «{ $kind }». أرفقوا الملف بالتعاونية أو بالزيارة أو بالجواب المعني.
attached = أُرفق: { $name } ({ $kb } كيلوبايت)، { $id }
attached-reduced = صُغّرت الصورة من { $from_kb } إلى { $kb } كيلوبايت، بلا مكان التقاطها ولا الجهاز الذي التقطها.
sync-attachments = الملفات المرفقة: أُرسل منها { $sent } ووصل { $received }.
help-attach = إرفاق صورة أو PDF أو صوت أو فيديو أو جدول ببطاقة
help-arg-attach-file = الملف؛ تُصغَّر الصورة ولا تدل بعدها على مكان التقاطها
help-examples-attach =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 attach cooperative 'Coopérative Exemple' presse.jpg
    {"  "}mourafaka --data D/coach-1 attach visit 0193c0de compte-rendu.pdf
