fault-wrong-passphrase = عبارة السر غير صحيحة. تحققوا من لغة لوحة المفاتيح ثم أعيدوا المحاولة.
fault-weak-passphrase = عبارة السر قصيرة جدا: يلزم { $min } أحرف على الأقل. اختاروا مثلا أربع كلمات لا علاقة بينها.
fault-passphrase-missing = لم تُعط عبارة السر. اكتبوها عند الطلب، أو استعملوا --passphrase-file أو المتغير MOURAFAKA_PASSPHRASE.
fault-passphrase-differs = عبارتا السر غير متطابقتين. لم يُفعل شيء: أعيدوا المحاولة.
fault-no-data-folder = لا يوجد مجلد بيانات في { $path }. { $in ->
    [command] تحققوا من --data أو ابدؤوا برنامجا بالأمر «init».
   *[window] اختاروا مجلد معطيات آخر أو ابدؤوا برنامجا.
 }
fault-data-folder-exists = المجلد { $path } موجود وليس فارغا أو مستعمل مرتين. اختاروا مجلدا آخر: لم يُغيَّر فيه شيء.
fault-data-folder-damaged = تعذرت قراءة مجلد البيانات { $path }: { $reason }. لا تغيروه واسترجعوا نسخة احتياطية؛ ما تمت مزامنته موجود على نسخة المكتب.
fault-data-folder-busy = مجلد البيانات { $path } مستعمل من نافذة أو أمر آخر. أغلقوه ثم أعيدوا المحاولة؛ لم يُغيَّر شيء.
fault-not-encrypted = ملف البيانات { $path } غير مشفر: ليس من هذا التطبيق ولم يُفتح.
fault-newer-format = هذا من إصدار أحدث (الصيغة { $found }، وهذا الإصدار يعرف { $known }). حدّثوا التطبيق؛ لم يُغيَّر شيء.
fault-laptop-full = قرص هذا الحاسوب ممتلئ ({ $path }): لم يُحفظ شيء. أفرغوا بعض المساحة ثم أعيدوا المحاولة.
fault-laptop-readonly = الكتابة ممنوعة في { $path } على هذا الحاسوب: لم يُحفظ شيء. تحققوا من صلاحياتكم على هذا المجلد ثم أعيدوا المحاولة.
fault-laptop-failed = على هذا الحاسوب تعذرت القراءة أو الكتابة في { $path }: { $reason }. لم يُغيَّر شيء؛ تحققوا من القرص ثم أعيدوا المحاولة.
fault-file-exists = الملف { $path } موجود: لم يُستبدل. { $in ->
    [command] اختاروا اسما آخر.
   *[window] اختاروا مجلدا آخر، أو انقلوا أولا الملف الموجود فيه.
 }
fault-file-missing = الملف { $path } غير موجود. تحققوا من اسمه ومجلده.
fault-file-unreadable = تعذرت قراءة الملف { $path }: { $reason }.
fault-not-a-file = { $path } ليس ملفا. حددوا الملف نفسه لا مجلده.
fault-no-centre = لا يوجد ملف مركزي في { $path }. تحققوا من توصيل مفتاح USB أو المجلد المشترك ومن أنه المجلد الصحيح؛ لم يُنشأ فيه شيء. { $in ->
    [command] إن ضاع الملف المركزي فأنشئوا المجلد أولا إن لم يعد موجودا، ثم يعيد الأمر «heal» إنشاء كل شيء فيه انطلاقا من هذا الحاسوب.
   *[window] إن ضاع الملف المركزي فزر «إصلاح» يعيد إنشاء كل شيء فيه انطلاقا من هذا الحاسوب؛ وإن ضاع المجلد نفسه فأنشئوه أولا.
 }
fault-no-centre-chosen = لم يُختر بعد مجلد مركزي. { $in ->
    [command] حددوه مرة واحدة: «sync» ثم مسار المجلد؛ وسيُحفظ.
   *[window] اختاروه مرة واحدة في شاشة المزامنة؛ وسيُحفظ.
 }
fault-several-centres = توجد عدة ملفات مركزية في { $path }: { $names }. حددوا المجلد الذي لا يحوي إلا واحدا.
fault-folder-not-empty = المجلد { $path } ليس فارغا: لا يبدأ البرنامج إلا في مجلد فارغ. لم يُغيَّر فيه شيء.
fault-header-missing = في { $path } ترويسة البرنامج مفقودة. إن كان المجلد الصحيح { $in ->
    [command] فالأمر «heal» يعيدها
   *[window] فزر «إصلاح» يعيدها
 }؛ لم يُغيَّر شيء.
fault-header-bad = في { $path } ترويسة البرنامج غير صالحة: ليس هذا مجلد البرنامج أو أنه تالف. لم يُقرأ ولم يُغيَّر شيء. إن كان المجلد الصحيح { $in ->
    [command] فالأمر «heal» يصلحه.
   *[window] فزر «إصلاح» يصلحه.
 }
fault-other-programme = المجلد { $path } لبرنامج آخر. لم يُقرأ ولم يُغيَّر شيء؛ تحققوا من المجلد.
fault-target-full = لم تبق مساحة كافية في { $path }: يلزم { $needed_mb } ميغا وبقي { $free_mb } ميغا. لم يضع شيء؛ أفرغوا بعض المساحة ثم أعيدوا المحاولة.
fault-target-full-now = لم تبق مساحة في { $path }. لم يضع شيء: عملكم على هذا الحاسوب. أفرغوا بعض المساحة ثم أعيدوا المحاولة.
fault-target-readonly = الكتابة ممنوعة في { $path }. تحققوا من قفل المفتاح أو من صلاحياتكم؛ عملكم سليم على هذا الحاسوب.
fault-target-gone = { $path } لم يعد موجودا. هل فُصل المفتاح أو المجلد المشترك؟ أعيدوا توصيله ثم أعيدوا المحاولة؛ لم يضع شيء.
fault-target-failed = تعذرت القراءة أو الكتابة في { $path }: { $reason }. لم يضع شيء: تحققوا من المفتاح أو المجلد المشترك ثم أعيدوا المحاولة.
fault-stopped = توقف بطلبكم. لم يضع شيء؛ ستكمل المزامنة القادمة.
fault-demo-folder = المجلد { $path } مستعمل: يُنشأ العرض في مجلد فارغ أو جديد. لم يُغيَّر فيه شيء.
fault-demo-stopped = توقف بطلبكم: سُحب العرض غير المكتمل.
fault-unknown-kind = «{ $got }» ليس نوع بطاقة معروفا.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-unknown-field = النوع «{ $kind }» ليس له حقل «{ $got }».{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-derived-field = الحقل «{ $field }» محسوب: لا يُكتب.
fault-unknown-row = لا توجد بطاقة «{ $kind }» توافق «{ $got }». { $in ->
    [command] يعرضها الأمر «list { $kind }».
   *[window] ربما حذفت: ارجعوا إلى اللائحة وافتحوها من جديد.
}
fault-other-kind = { $got } ليست بطاقة «{ $kind }» بل بطاقة «{ $other }».
fault-ambiguous-row = توافق «{ $got }» عدة بطاقات «{ $kind }» ({ $count } على الأقل): أعطوا حروفا أكثر من المعرف.
fault-bad-json = «{ $got }» ليس ما هو منتظر هنا: { $reason }.
fault-json-missing = في { $got } ينقص «{ $name }».
fault-json-unknown = في { $got } لا مكان لـ «{ $name }».
fault-field-twice = أُعطي «{ $field }» مرتين: احتفظوا بقيمة واحدة.
fault-required-missing = في «{ $kind }» ينقص: { $fields }.
fault-not-allowed = صفتكم لا تسمح بكتابة «{ $kind }» ({ $field }). اطلبوا ذلك من التنسيق.
fault-kind-not-adopted = النوع «{ $kind }» جديد: على التنسيق أن يفتح أولا النسخة الجديدة من التطبيق ويزامن. زامنوا بعد ذلك ثم أعيدوا المحاولة.
fault-undo-nothing = لا يوجد هنا ما يمكن التراجع عنه أو إعادته.
fault-undo-changed = تم تعديل «{ $kind }» ({ $field }) بعد ذلك: التراجع سيمحو هذا التعديل. صححوا القيمة بدلا من ذلك.
fault-undo-settled = كان «{ $kind }» ({ $field }) خلافا حسمتموه: اختاروا قيمة أخرى بدلا من ذلك.
fault-undo-sealed = الوثيقة المنهاة أو المصادق عليها لا يُتراجع عنها: أعيدوا فتحها.
fault-not-your-row = هذه البطاقة باسم حاسوب آخر: لم تُقبل.
fault-certificate-ended = شهادة هذا الحاسوب لم تعد صالحة: لا يمكنه الكتابة. اتصلوا بالتنسيق.
fault-kind-not-writable = النوع «{ $kind }» لا يُكتب يدويا: له أوامره الخاصة.
fault-only-one = توجد بطاقة «{ $kind }» ولا تكون إلا واحدة: يعدلها الأمر «set».
fault-never-changed = بطاقة «{ $kind }» لا تُعدَّل ولا تُحذف: هي المرجع. لسحب حقوق حاسوب أنشئوا بطاقة «ending».
fault-never-deleted = بطاقة «{ $kind }» لا تُحذف: كل ما عداها مرتبط بها. يعدلها الأمر «set».
fault-personal-key-missing = مفتاح المعطيات الشخصية لهذه البطاقة ({ $row }) لم يصل بعد. زامنوا ثم أعيدوا المحاولة.
fault-unknown-conflict = { $in ->
    [command] لا يوجد تعارض مفتوح باسم «{ $got }». الأمر «conflicts» يعرضها.
   *[window] هذا الاختلاف لم يعد مفتوحا: حسمه شخص في هذه الأثناء.
 }
fault-unknown-choice = لا توجد قيمة رقم { $got }: اختاروا من 1 إلى { $count }.
fault-take-or-value = { $in ->
    [command] اختاروا إما --take N وإما --value JSON.
   *[window] اختاروا إحدى القيم المقترحة أو اكتبوا القيمة الصحيحة: إحداهما فقط. لم يتغير شيء.
}
fault-no-task = لا شيء يُحسم في هذه البطاقة ({ $kind }): حسمها شخص من قبل، أو لم تُحذف أثناء تعديلها.
fault-task-changed = وصل تعديل منذ عُرضت هذه البطاقة. لم يتغير شيء: راجعوها من جديد ثم قرروا.
fault-coordinator-only = هذا للتنسيق الجهوي وحده.
fault-unknown-command = «{ $got }» ليس أمرا معروفا.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-usage-unknown-argument = «{ $got }» ليس من خيارات هذا الأمر.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 } يعرضها كلها «--help».
fault-usage-missing = ينقص { $argument }. يعرض «--help» ما ينتظره الأمر.
fault-usage-no-command = حددوا ما المطلوب: يعرض «mourafaka --help» الأوامر.
fault-usage-twice = لا يُعطى { $argument } إلا مرة واحدة.
fault-usage-not-text = إحدى الكلمات المكتوبة ليست نصا مقروءا (UTF-8). أعيدوا كتابتها أو غيّروا اسم الملف.
fault-usage-pair = «{ $got }»: المنتظر { $argument }، أي اسم ثم علامة = ثم قيمة، مثلا planned_on=2026-12-01.
fault-usage-no-value = قيمة { $argument } ناقصة.
fault-usage-bad-value = «{ $got }» لا يصلح قيمة لـ { $argument }. يعرض «--help» ما ينتظره الأمر.
fault-usage-other = لم يُفهم الأمر ({ $argument }). يعرض «--help» ما ينتظره.
fault-usage-range = { $argument } { $got }: يلزم عدد من { $min } إلى { $max }.
fault-usage-language = «{ $got }» ليست من لغات التطبيق. اختاروا fr أو ar أو zgh أو en.
fault-defect = خلل في التطبيق: { $reason }. معطياتكم المحفوظة سليمة؛ أبلغوا التنسيق.
fault-sheet-unreadable = تعذرت قراءة الملف { $path } كجدول: هو تالف أو ليس من نوع ‎.xlsx أو ‎.csv. افتحوه في برنامج الجداول واحفظوه من جديد.
fault-sheet-too-large = الملف { $path } كبير جدا: { $size_mb } ميغا، والحد { $max_mb } ميغا. احذفوا الصور والأوراق غير اللازمة أو قسّموه.
fault-sheet-too-many-cells = في { $path } الورقة «{ $sheet }» كبيرة جدا: 100 000 سطر و300 عمود على الأكثر. احذفوا الأسطر والأعمدة غير اللازمة أو قسّموا الملف.
fault-sheet-cell-too-long = في { $path } الخلية { $cell } تحتوي على نص مفرط الطول. اختصروه ثم أعيدوا المحاولة.
fault-sheet-bomb = الملف { $path } يتمدد إلى أكبر بكثير من جدول حقيقي: لم يُفتح. لا تستعملوه إن لم تعرفوا مصدره.
fault-sheet-empty = الملف { $path } فارغ.
fault-sheet-old-format = الملف { $path } بصيغة إكسل لما قبل 2007 (‎.xls) أو محمي بكلمة مرور. افتحوه في برنامج الجداول واحفظوه بصيغة ‎.xlsx دون كلمة مرور.
fault-import-no-header = لم يُتعرف على سطر العناوين في { $path }. يجب أن يسمي أحد الأسطر العشرين الأولى الأعمدة، مثلا «الاسم» و«الإقليم» و«القطاع». { $in ->
    [command] ويُعرّف الخيار --map بعناوين أخرى.
   *[window] اكتبوا هذه العناوين في الملف واحفظوه ثم اختاروه من جديد.
 }
fault-import-unknown-column = ليس في سطر عناوين الملف عمود «{ $got }». انسخوا العنوان كما هو في الملف.
fault-import-kind = الاستيراد لا يعرف بعد النوع «{ $kind }». يعرف: cooperative.
refusal-of-field = { $field }: { $said }
refusal-wrong-type = المنتظر { $expected }، والمستلم { $got }.
refusal-unknown-option = «{ $got }» ليس خيارا.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 } الخيارات: { $options }.
refusal-bad-date = «{ $got }» ليس يوما من التقويم (سنة-شهر-يوم).
refusal-bad-time = «{ $got }» ليست ساعة (س:د).
fault-page-key = أرادت النافذة حفظ شيء تحت اسم غير مقبول: { $got }. المسموح به هو الحروف اللاتينية والأرقام و . _ / : - [ ]، والحد { $max } حرفا.
fault-page-value = أرادت النافذة حفظ نص طويل جدا تحت { $key }: { $length } بايت، والحد { $max }.
refusal-too-long = { $length } حرفا، والحد { $max }.
refusal-control-character = يحتوي النص على حرف تحكم. أعيدوا كتابته دون نسخ ولصق.
refusal-out-of-range = { $got } خارج الحدود.
refusal-bad-id = «{ $got }» ليس معرفا. يعرض المعرفات الأمران «list» و«search».
refusal-bad-hash = «{ $got }» ليست بصمة.
refusal-bad-place = ليس موقعا: lat من -90 إلى 90 و lon من -180 إلى 180.
reason-denied = ليست لكم الصلاحية
reason-read-only = الكتابة فيه ممنوعة
reason-not-a-folder = ليس مجلدا
reason-is-a-folder = هو مجلد
reason-name-too-long = الاسم طويل جدا أو ممنوع
reason-missing = لم يعد موجودا
reason-full = لم تبق مساحة
reason-busy = مستعمل في مكان آخر
reason-exists = يوجد فيه ملف بهذا الاسم
reason-too-large = يرفض النظام ملفا بهذا الحجم
reason-network = المجلد المشترك لا يستجيب
reason-not-text = ليس نصا (UTF-8)
reason-disk = أبلغ القرص عن خطأ
reason-read-back = ما كُتب لا يُقرأ من جديد كما هو
reason-key-file = الملف «key» تالف
reason-key = لا يُفتح بمفتاح هذا المجلد
reason-damaged = تالف أو ناقص
reason-json-syntax = ليس JSON
reason-json-shape = ليس بالشكل المنتظر
type-text = نص
type-date = تاريخ
type-time = ساعة
type-instant = لحظة
type-int = عدد صحيح
type-dec = عدد
type-bool = صحيح أو خطأ
type-money = مبلغ بالسنتيم
type-place = موقع
type-one = خيار
type-many = قائمة خيارات
type-ref = معرف
type-many-ref = قائمة معرفات
type-hash = بصمة
type-many-hash = قائمة بصمات
type-event = حدث
fault-file-too-large = الملف { $path } كبير جدا: { $size_mb } ميغا، والحد { $max_mb } ميغا.
fault-form-refused = رفضت الاستمارة { $path }: عدد الأخطاء { $count }. أولها في { $place }: { $said } { $in ->
    [command] الأمر «form check» يعرضها كلها.
   *[window] صححوا المصنف ثم اختاروه من جديد.
}
fault-unknown-purpose = «{ $got }» ليس غرضا معروفا. الأغراض: { $options }. { $hint ->
    [none] {""}
   *[other] هل تقصدون «{ $hint }»؟
}
fault-unknown-form = لا توجد استمارة منشورة باسم «{ $got }». المنشورة: { $options }. { $hint ->
    [none] الأمر «list form» يعرضها.
   *[other] هل تقصدون «{ $hint }»؟
}
fault-form-not-here = مصنف «{ $title }» لم يصل بعد إلى هذا الحاسوب. { $in ->
    [command] الأمر «sync» يأتي به.
   *[window] المزامنة القادمة تأتي به.
 }
fault-form-not-readable = هذه النسخة من التطبيق لا تقرأ «{ $title }». حدثوا التطبيق.
fault-form-not-scored = «{ $title }» ليست منقطة.
fault-unknown-question = لا يوجد هنا سؤال باسم «{ $got }». { $hint ->
    [none] الأمر «entry show» يعرض الأسئلة.
   *[other] هل تقصدون «{ $hint }»؟
}
fault-ambiguous-question = عدة أسئلة باسم «{ $got }»: حددوا أيها ({ $paths }).
fault-entry-sealed = هذا الإدخال مختوم ({ $state }). { $in ->
    [command] الأمر «entry reopen» يستأنفه مع ذكر السبب.
   *[window] أعيدوا فتحه مع ذكر السبب لتعديله.
 }
fault-entry-incomplete = { $count } من الأجوبة ناقصة أو تحتاج إلى تصحيح: { $questions }. { $in ->
    [command] الأمر «entry show --missing» يعرضها.
   *[window] وهي معلمة في الاستمارة.
 }
fault-entry-disagreement = هناك اختلاف مفتوح حول { $questions }: سووه قبل الإنهاء { $in ->
    [command] («conflicts»).
   *[window] (شاشة الاختلافات).
 }
fault-entry-act = لا يمكن القيام بهذا الآن. { $why }
fault-not-applicable-blocking = «{ $question }» سؤال حاجز: لا يمكن أن يكون غير منطبق.
fault-other-cooperative = «{ $got }» إدخال لتعاونية أخرى.
fault-other-form = «{ $got }» استمارة غير «{ $form }».
fault-answers-unreadable = ملف الأجوبة { $path } لا يقرأ في السطر { $line }، العمود { $column }: يجب أن يكون JSON فيه «steps».
fault-reason-missing = يلزم نص: اذكروا السبب.
fault-nothing-answered = { $in ->
    [command] لا شيء للحفظ: أعطوا جوابا واحدا على الأقل، QUESTION=ANSWER. الأمر «entry show --missing» يعرض الأسئلة.
   *[window] لا شيء للحفظ: أجيبوا أولا عن سؤال.
}
fault-export-what = حددوا ما يصدر: إدخال أو استمارة.
fault-backup-none = { $path } ليس نسخة احتياطية من هذا التطبيق. اختاروا الملف الذي ينتهي اسمه بـ «.mourafaka-backup».
fault-backup-damaged = النسخة الاحتياطية { $path } تالفة: لم تعد كما كُتبت. لم يتغير شيء؛ خذوا نسخة أخرى أو أعيدوا الحفظ.
fault-backup-other = النسخة الاحتياطية { $path } ليست لمجلد المعطيات هذا: لا تُفتح بمفتاحه. لم يتغير شيء.
fault-backup-inside = { $path } داخل مجلد المعطيات نفسه: لا فائدة من نسخة هناك. اختاروا مفتاح USB أو قرصا آخر.
fault-backup-too-large = معطيات هذا الحاسوب ({ $size_mb } ميغابايت) أكبر مما تسعه نسخة احتياطية. لم يُكتب شيء.
fault-backup-stopped = توقف بطلب منكم: لم يبق شيء مما بدأ، ولم يتغير شيء.
fault-visit-cancelled = هذه الزيارة ملغاة: ليس لها تقرير. امح سبب الإلغاء إن كانت قد تمت.
fault-join-itself = هذه هي البطاقة نفسها مرتين. لم يتغير شيء؛ اختاروا بطاقتين مختلفتين.
fault-not-joined = هذه البطاقة غير مدمجة مع أي أخرى: لا شيء للفصل.
fault-not-suggested = « { $got } » ليس إجراء يقترحه آخر تشخيص مكتمل لهذه التعاونية. لم يتغير شيء.
fault-refusal-without-reason = يحتاج الرفض إلى سبب في بضع كلمات: سيُقرأ من جديد عند التشخيص المقبل. لم يُسجل شيء.
