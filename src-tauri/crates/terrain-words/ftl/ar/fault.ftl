fault-wrong-passphrase = عبارة السر غير صحيحة. تحققوا من لغة لوحة المفاتيح ثم أعيدوا المحاولة.
fault-weak-passphrase = عبارة السر قصيرة جدا: يلزم { $min } أحرف على الأقل. اختاروا مثلا أربع كلمات لا علاقة بينها.
fault-passphrase-missing = لم تُعط عبارة السر. اكتبوها عند الطلب، أو استعملوا --passphrase-file أو المتغير MOURAFAKA_PASSPHRASE.
fault-no-data-folder = لا يوجد مجلد بيانات في { $path }. تحققوا من --data أو ابدؤوا برنامجا بالأمر «init».
fault-data-folder-exists = المجلد { $path } موجود وليس فارغا. اختاروا مجلدا آخر: لم يُغيَّر فيه شيء.
fault-data-folder-damaged = تعذرت قراءة مجلد البيانات { $path } ({ $reason }). لا تغيروه واسترجعوا نسخة احتياطية.
fault-data-folder-busy = مجلد البيانات مستعمل من نافذة أو أمر آخر. أغلقوه ثم أعيدوا المحاولة.
fault-not-encrypted = ملف البيانات { $path } غير مشفر: ليس من هذا التطبيق ولم يُفتح.
fault-newer-format = هذا من إصدار أحدث (الصيغة { $found }، وهذا الإصدار يعرف { $known }). حدّثوا التطبيق؛ لم يُغيَّر شيء.
fault-laptop-full = قرص هذا الحاسوب ممتلئ: لم يُحفظ شيء. أفرغوا بعض المساحة ثم أعيدوا المحاولة.
fault-laptop-failed = رفض قرص هذا الحاسوب: { $reason }. لم يُغيَّر شيء.
fault-file-exists = الملف { $path } موجود. اختاروا اسما آخر: لم يُستبدل.
fault-file-missing = الملف { $path } غير موجود. تحققوا من اسمه ومجلده.
fault-no-centre = لا يوجد ملف مركزي في { $path }. تحققوا من توصيل المفتاح أو المجلد المشترك ومن أنه المجلد الصحيح؛ لم يُنشأ فيه شيء.
fault-no-centre-chosen = لم يُختر بعد مجلد مركزي. حددوه مرة واحدة: sync المسار.
fault-several-centres = توجد عدة ملفات مركزية في { $path }: { $names }. حددوا المجلد الذي لا يحوي إلا واحدا.
fault-folder-not-empty = المجلد { $path } ليس فارغا: لا يبدأ البرنامج إلا في مجلد فارغ. لم يُغيَّر فيه شيء.
fault-header-missing = في { $path } ترويسة البرنامج مفقودة. إن كان المجلد الصحيح فالأمر «heal» يعيدها؛ لم يُغيَّر شيء.
fault-header-bad = في { $path } ترويسة البرنامج غير صالحة ({ $reason }). لم يُقرأ ولم يُغيَّر شيء.
fault-other-programme = المجلد { $path } لبرنامج آخر. لم يُقرأ ولم يُغيَّر شيء؛ تحققوا من المجلد.
fault-target-full = لم تبق مساحة كافية في { $path }: يلزم { $needed_mb } ميغا وبقي { $free_mb } ميغا. لم يضع شيء؛ أفرغوا بعض المساحة ثم زامنوا من جديد.
fault-target-readonly = الكتابة ممنوعة في { $path }. تحققوا من قفل المفتاح أو من صلاحياتكم؛ عملكم سليم على هذا الحاسوب.
fault-target-gone = { $path } لم يعد موجودا. هل فُصل المفتاح أو المجلد المشترك؟ أعيدوا توصيله ثم زامنوا من جديد؛ لم يضع شيء.
fault-target-failed = رفض المجلد المركزي { $path }: { $reason }. لم يضع شيء؛ زامنوا من جديد.
fault-stopped = توقف بطلبكم. لم يضع شيء؛ ستكمل المزامنة القادمة.
fault-unknown-kind = «{ $got }» ليس نوع بطاقة معروفا.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-unknown-field = النوع «{ $kind }» ليس له حقل «{ $got }».{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-derived-field = الحقل «{ $field }» محسوب: لا يُكتب.
fault-unknown-row = لا توجد بطاقة «{ $kind }» توافق «{ $got }».
fault-ambiguous-row = توافق «{ $got }» { $count } من بطاقات «{ $kind }»: أعطوا حروفا أكثر.
fault-bad-json = «{ $got }» ليست قيمة JSON منتظرة هنا ({ $reason }).
fault-required-missing = في «{ $kind }» ينقص: { $fields }.
fault-not-allowed = صفتكم لا تسمح بكتابة «{ $kind }» ({ $field }). اطلبوا ذلك من التنسيق.
fault-not-your-row = هذه البطاقة باسم حاسوب آخر: لم تُقبل.
fault-certificate-ended = شهادة هذا الحاسوب لم تعد صالحة: لا يمكنه الكتابة. اتصلوا بالتنسيق.
fault-kind-not-writable = النوع «{ $kind }» لا يُكتب يدويا: له أوامره الخاصة.
fault-personal-key-missing = مفتاح المعطيات الشخصية لهذه البطاقة ({ $row }) لم يصل بعد. زامنوا ثم أعيدوا المحاولة.
fault-unknown-conflict = لا يوجد تعارض مفتوح باسم «{ $got }». الأمر «conflicts» يعرضها.
fault-unknown-choice = لا توجد قيمة رقم { $got }: اختاروا من 1 إلى { $count }.
fault-take-or-value = اختاروا إما --take N وإما --value JSON.
fault-coordinator-only = هذا للتنسيق الجهوي وحده.
fault-unknown-command = «{ $got }» ليس أمرا معروفا.{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون «{ $hint }»؟
 }
fault-usage = { $reason }
fault-defect = خلل في التطبيق: { $reason }. معطياتكم المحفوظة سليمة؛ أبلغوا التنسيق.
fault-sheet-unreadable = تعذرت قراءة الملف { $path } كجدول: { $reason }.
fault-sheet-too-large = الملف { $path } كبير جدا ({ $reason }). قسّموه أو احذفوا الأوراق غير اللازمة.
fault-import-no-header = لم يُتعرف على سطر العناوين في { $path }. يجب أن يسمي السطر الأول الأعمدة، مثلا «الاسم» و«الإقليم» و«القطاع».
fault-import-unknown-column = ليس في الملف عمود «{ $got }».
fault-import-kind = الاستيراد لا يعرف بعد النوع «{ $kind }». يعرف: cooperative.
refusal-wrong-type = المنتظر { $expected }، والمستلم { $got }.
refusal-unknown-option = «{ $got }» ليس خيارا. الخيارات: { $options }.
refusal-bad-date = «{ $got }» ليس يوما من التقويم (سنة-شهر-يوم).
refusal-bad-time = «{ $got }» ليست ساعة (س:د).
refusal-too-long = { $length } حرفا، والحد { $max }.
refusal-control-character = يحتوي النص على حرف تحكم.
refusal-out-of-range = { $got } خارج الحدود.
refusal-bad-id = «{ $got }» ليس معرفا.
refusal-bad-hash = «{ $got }» ليست بصمة.
refusal-bad-place = ليس موقعا: lat من -90 إلى 90 و lon من -180 إلى 180.
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
