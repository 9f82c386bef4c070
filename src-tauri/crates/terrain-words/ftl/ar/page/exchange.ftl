# المزامنة: قبلها وأثناءها وبعدها.
exchange-title = المزامنة
exchange-about-never = لم تتم مزامنة هذا الحاسوب بعد.
exchange-about-at = آخر مزامنة: { $at }.
exchange-about-last = آخر مزامنة: { $at }، { $ago }.
exchange-about-running = يمكنكم التوقف في أي لحظة: ما كُتب وتم التحقق منه يبقى مُسلَّما.
exchange-about-delivered = عملكم الآن على نسخة المكتب. إن كانت مفتاح USB فأخرجوه بأمان للإنهاء.
exchange-centre-there = الملف المركزي متاح
exchange-centre-away = الملف المركزي غير متاح
exchange-centre-none = لم يُختر أي مجلد
exchange-this-laptop = هذا الحاسوب
exchange-central-file = الملف المركزي
exchange-generation = الجيل { $number }
exchange-start = بدء المزامنة
exchange-start-again = المزامنة من جديد
exchange-again = إعادة المحاولة
exchange-stop = إيقاف دون ضرر
exchange-stopping = التوقف عند أقرب نقطة آمنة…
exchange-choose = اختيار المجلد المركزي…
exchange-choose-other = تغيير المجلد…
exchange-why-none = اختاروا أولا المجلد الذي يحمل الملف المركزي: مفتاح USB أو مجلد مشترك أو مجلد عادي.
exchange-why-away = أوصلوا المفتاح أو المجلد المشترك: تصبح المزامنة ممكنة بمجرد ظهور المجلد.
exchange-safe = لا يُمحى شيء، ويمكن إعادة العملية كلما لزم.
exchange-safe-last = استغرقت الأخيرة { $seconds } ث. لا يُمحى شيء، ويمكن إعادة العملية كلما لزم.
exchange-lane-send = { $count ->
    [0] لا تعديل للإرسال
    [one] تعديل للإرسال
    [two] تعديلان للإرسال
    [few] تعديلات للإرسال
    [many] تعديلا للإرسال
   *[other] تعديل للإرسال
 }
exchange-lane-sent = { $count ->
    [0] لا تعديل للتسليم
    [one] تعديل سُلّم للمكتب
    [two] تعديلان سُلّما للمكتب
    [few] تعديلات سُلّمت للمكتب
    [many] تعديلا سُلّم للمكتب
   *[other] تعديل سُلّم للمكتب
 }
exchange-lane-receive = { $count ->
    [0] لا ملف جديد للاستلام
    [one] ملف للاستلام
    [two] ملفان للاستلام
    [few] ملفات للاستلام
    [many] ملفا للاستلام
   *[other] ملف للاستلام
 }
exchange-lane-receive-unknown = للاستلام، يُقرأ أثناء المزامنة
exchange-lane-received = { $count ->
    [0] لا تعديل للاستلام
    [one] تعديل مستلم
    [two] تعديلان مستلمان
    [few] تعديلات مستلمة
    [many] تعديلا مستلما
   *[other] تعديل مستلم
 }
exchange-lane-verified = تم التحقق
exchange-lane-merged = تم الدمج
exchange-leaving = ما سيُرسل
exchange-before = قبل البدء
exchange-kind-entry = التشخيصات وباقي الاستمارات المعبأة
exchange-kind-answer = الأجوبة
exchange-kind-visit = الزيارات
exchange-kind-cooperative = التعاونيات
exchange-kind-officer = مسؤولو التعاونيات
exchange-kind-remark = الملاحظات
exchange-kind-event = الإنهاء والإعادة والمصادقة
exchange-kind-attachment = الصور والوثائق
exchange-kind-assignment = التكليفات
exchange-kind-person = الأشخاص
exchange-kind-form = الاستمارات المنشورة
exchange-kind-other = إدخالات أخرى
exchange-fact-programme = المجلد يحمل فعلا البرنامج { $name }
exchange-fact-nothing-to-send = لا شيء للإرسال: عملكم مُسلَّم من قبل
exchange-fact-evidence = { $count ->
    [one] بقيت وثيقة إثبات واحدة للتسليم
    [two] بقيت وثيقتا إثبات للتسليم
    [few] بقيت { $count } وثائق إثبات للتسليم
   *[other] بقيت { $count } وثيقة إثبات للتسليم
 }
exchange-fact-lacking = { $count ->
    [one] ينقص المجلدَ المركزي ملف واحد: سيُعاد إليه
    [two] ينقص المجلدَ المركزي ملفان: سيُعادان إليه
    [few] تنقص المجلدَ المركزي { $count } ملفات: ستُعاد إليه
    [many] ينقص المجلدَ المركزي { $count } ملفا: ستُعاد إليه
   *[other] ينقص المجلدَ المركزي { $count } ملف: ستُعاد إليه
 }
exchange-fact-nothing-to-receive = لا جديد للاستلام
exchange-fact-clock = ساعة هذا الحاسوب غير معقولة: اضبطوا التاريخ
exchange-fact-conflicts = { $count ->
    [one] هناك اختلاف واحد مفتوح: لا يمنع شيئا
    [two] هناك اختلافان مفتوحان: لا يمنعان شيئا
    [few] هناك { $count } اختلافات مفتوحة: لا تمنع شيئا
    [many] هناك { $count } اختلافا مفتوحا: لا تمنع شيئا
   *[other] هناك { $count } اختلاف مفتوح: لا تمنع شيئا
 }
exchange-fact-waiting = { $count ->
    [one] ملف واحد ينتظر الملف الذي قبله
    [two] ملفان ينتظران ما قبلهما
    [few] { $count } ملفات تنتظر ما قبلها
    [many] { $count } ملفا تنتظر ما قبلها
   *[other] { $count } ملف تنتظر ما قبلها
 }
exchange-fact-drafts = { $count ->
    [one] مسودة واحدة تُرسل كمسودة
    [two] مسودتان تُرسلان كمسودتين
    [few] { $count } مسودات تُرسل كمسودات
   *[other] { $count } مسودة تُرسل كمسودات
 }
exchange-fact-unpublished = لم يُنشر هنا أي ملف مركزي بعد
exchange-stage-begins = بدأت المزامنة
exchange-stage-read = قراءة المجلد المركزي
exchange-stage-merge = دمج ما وصل
exchange-stage-check = إعادة قراءة جزء من المجلد المركزي
exchange-stage-write = كتابة تعديلاتكم
exchange-stage-verify = التحقق مما كُتب
exchange-stage-publish = نشر الملف المركزي
exchange-seconds = { $seconds } ث
exchange-if-gone = إن سُحب المفتاح الآن
exchange-if-gone-written = ما كُتب وتم التحقق منه يبقى في المجلد المركزي
exchange-if-gone-rest = يُرسل الباقي في المزامنة القادمة
exchange-if-gone-nothing-lost = لا شيء يُعاد إدخاله، ولم يضع شيء
exchange-done = اكتملت المزامنة
exchange-stopped = توقفت بطلبكم
exchange-stopped-safe = لم يضع شيء: ما سُلّم يبقى مُسلَّما، وستكمل المزامنة القادمة من حيث توقفت هذه.
exchange-failed = لم تكتمل المزامنة
exchange-undelivered = جزء من عملكم ليس بعد على نسخة المكتب
exchange-undelivered-next = زامنوا من جديد؛ وفي انتظار ذلك كل شيء محفوظ على هذا الحاسوب.
exchange-conflicts = { $count ->
    [one] اختلاف واحد يجب حسمه
    [two] اختلافان يجب حسمهما
    [few] { $count } اختلافات يجب حسمها
    [many] { $count } اختلافا يجب حسمها
   *[other] { $count } اختلاف يجب حسمها
 }
exchange-conflicts-kept = كتب شخصان شيئين مختلفين في الموضع نفسه: كل القيم محفوظة.
exchange-left = ما أُرسل
exchange-left-delivered = تعديلات مُسلَّمة للمكتب
exchange-left-undelivered = تعديلات سُلّمت حتى الآن
exchange-left-attachments = صور ووثائق ومصنفات
exchange-left-published = منشور في الملف المركزي
exchange-left-healed = ملفات أُعيدت إلى المجلد المركزي
exchange-left-received-later = «مستلَم» يظهر بعد مزامنة التنسيق
exchange-came = ما وصل
exchange-came-changes = تعديلات من حواسيب أخرى
exchange-came-attachments = صور ووثائق ومصنفات
exchange-came-conflicts = اختلافات يجب حسمها
exchange-came-hidden = بطاقات سُحبت من العرض، وهي محفوظة في السجل
exchange-came-quarantined = أفعال وُضعت جانبا: لا صلاحية لصاحبها
exchange-findings = للاطلاع
exchange-findings-more = وغيرها: { $count }
exchange-journal = سجل المزامنات
exchange-journal-none = ستترك كل مزامنة سطرا هنا.
exchange-journal-when = متى
exchange-journal-what = ما تم
exchange-journal-took = المدة
exchange-journal-generation = الجيل
exchange-journal-sent = { $count ->
    [0] لا شيء مُسلَّم
    [one] تعديل واحد مُسلَّم
    [two] تعديلان مُسلَّمان
    [few] { $count } تعديلات مُسلَّمة
    [many] { $count } تعديلا مُسلَّما
   *[other] { $count } تعديل مُسلَّم
 }
exchange-journal-received = { $count ->
    [0] لا شيء مستلَم
    [one] واحد مستلَم
    [two] اثنان مستلَمان
    [few] { $count } مستلَمة
    [many] { $count } مستلَما
   *[other] { $count } مستلَم
 }
exchange-journal-conflicts = { $count ->
    [one] اختلاف واحد
    [two] اختلافان
    [few] { $count } اختلافات
    [many] { $count } اختلافا
   *[other] { $count } اختلاف
 }
exchange-journal-stopped = توقفت بطلبكم
exchange-journal-failed = لم تكتمل
exchange-journal-undelivered = لم يُسلَّم كل شيء
exchange-journal-details = تفاصيل مزامنة { $at }
exchange-journal-bytes = قُرئ { $read } وكُتب { $written }
exchange-journal-more = عرض الأقدم: { $count }
exchange-compare = مقارنة
exchange-repair = إصلاح
exchange-repair-ask = إصلاح هذا المجلد المركزي؟
exchange-repair-says = سيُعاد إليه كل ما يعرفه هذا الحاسوب عن البرنامج. لا يُحذف شيء: ما هو تالف يوضع جانبا. تأكدوا من أنه المجلد الصحيح.
exchange-repaired = انتهى الإصلاح
exchange-about-repairing = يُقرأ المجلد المركزي كله ويُعاد إليه ما ينقصه. يمكنكم التوقف في أي وقت.
exchange-damaged = المجلد المركزي تالف في بعض المواضع
exchange-damaged-says = ما شوهد وُضع جانبا، وعملكم في أمان هنا. «إصلاح» يقرأ المجلد كله ويعيد إليه ما يملكه هذا الحاسوب.
