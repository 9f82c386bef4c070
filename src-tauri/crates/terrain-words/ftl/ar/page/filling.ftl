# تعبئة استمارة، سؤالا بعد سؤال.
filling-sections = الأقسام
filling-empty = لا تطرح هذه الاستمارة أي سؤال في الوقت الحالي.
filling-required = الجواب مطلوب
filling-guidance = ما ينبغي الاطلاع عليه (I)
filling-evidence-expected = للاطلاع:
filling-previous = المرة السابقة
filling-date-example = يوم/شهر/سنة
filling-date-unread = يكتب التاريخ هكذا: 24/11/2026
filling-time-example = 14:30
filling-time-unread = تكتب الساعة هكذا: 14:30
filling-today = اليوم
filling-source = مصدر الجواب
filling-source-seen = وثيقة معاينة
filling-source-declared = مصرح به
filling-source-estimated = تقدير
filling-comment = تعليق
filling-reason = لماذا لا ينطبق هذا السؤال
filling-reason-cancel = إلغاء
filling-not-applicable = لا ينطبق
filling-applies = السؤال ينطبق
filling-constraint = هذا الجواب غير مناسب: ينبغي تصحيحه.
filling-wrong = يحتاج إلى تصحيح
filling-restored = لم يحفظ بعد
filling-unsaved = لم يحفظ.
filling-retry = إعادة المحاولة
filling-give-up = العودة إلى القيمة المحفوظة
filling-disagreement = أجاب شخصان بجوابين مختلفين. يحسم الاختلاف قبل الإنهاء.
filling-remarked = ملاحظة
filling-has-evidence = وثيقة إثبات مرفقة
filling-has-comment = تعليق
filling-saving = جار الحفظ…
filling-saved = حُفظ في { $at }
filling-unsaved-count = { $count ->
    [one] جواب واحد لم يحفظ
    [two] جوابان لم يحفظا
    [few] { $count } أجوبة لم تحفظ
    [many] { $count } جوابا لم يحفظ
   *[other] { $count } جواب لم يحفظ
 }
filling-undo = تراجع: { $what } (Ctrl Z)
filling-redo = إعادة: { $what } (Ctrl Y)
filling-act-at = تعديل { $at }
filling-undo-nothing = لا شيء للتراجع عنه
filling-redo-nothing = لا شيء لإعادته
filling-finish = إنهاء…
filling-not-yours = للقراءة فقط: لا يعبئ هذا الإدخال إلا من بدأه أو التنسيق.
filling-returned = أرجع التنسيق هذه الوثيقة. صححوا الأجوبة التي عليها ملاحظة، ثم أنهوها من جديد.
filling-sealed-finalised = وثيقة مُنهاة: لم تعد قابلة للتعديل. يمكن للتنسيق أن يصادق عليها أو يرجعها للتصحيح.
filling-sealed-validated = وثيقة مصادق عليها: لم تعد قابلة للتعديل. لتصحيحها، اطلبوا من التنسيق إعادة فتحها.
filling-sealed-closed = وثيقة مغلقة: لم تعد قابلة للتعديل. يمكن للتنسيق إعادة فتحها.
filling-score = تنقيط مؤقت
filling-score-whole = التنقيط
filling-axes = { $scored ->
    [zero] لا محور من { $all }
    [one] محور واحد من { $all }
    [two] محوران من { $all }
    [few] { $scored } محاور من { $all }
    [many] { $scored } محورا من { $all }
   *[other] { $scored } محور من { $all }
 }
filling-capped = محدود: نقطة حاجزة في المستوى 0
filling-radar = نتيجة كل محور، من 0 إلى 100
filling-axis = المحور
filling-baseline = السابق
filling-latest = الحالي
filling-no-score = بدون نتيجة
filling-section-threshold = التنقيط عند بلوغ 60 % من الوزن
filling-section-scored = نتيجة القسم
filling-section-excused = بدون نتيجة: عدد كبير من الأجوبة «لا ينطبق»
filling-evidence = وثائق الإثبات
filling-evidence-add = إضافة
filling-evidence-none = لا توجد وثيقة مرفقة.
filling-finish-title = إنهاء الإدخال
filling-finish-ready = اكتملت الأجوبة. يمكن إنهاء الوثيقة.
filling-finish-lacks = قبل الإنهاء، بقي ما يلي:
filling-finish-unsaved = لم يحفظ
filling-finish-typed = نص كُتب ولم يحفظ بعد
filling-finish-wrong = يحتاج إلى تصحيح
filling-finish-disagreement = اختلاف ينبغي حسمه
filling-finish-missing = بدون جواب
filling-finish-know = للعلم
filling-finish-parked = أجوبة لا مكان لها في هذه النسخة
filling-finish-means = الإنهاء يثبت الأجوبة والنتيجة. بعد ذلك تقرأ الوثيقة ولا تعدل، إلا إذا أرجعت أو أعيد فتحها.
filling-finish-do = إنهاء
filling-finish-back = العودة إلى الإدخال
filling-key-choose = اختيار ومتابعة
filling-key-tick = تأشير
filling-key-move = تنقل
filling-key-comment = تعليق
filling-key-photo = صورة
filling-key-accept = تأكيد
filling-key-leave = مغادرة السطر
filling-acknowledge = قرئ وتم التأكيد
filling-choose = اختيار…
filling-search = البحث في اللائحة…
filling-more = { $count ->
    [zero] لا خيار آخر.
    [one] خيار آخر: اكتبوا بعض الحروف للعثور عليه.
    [two] خياران آخران: اكتبوا بعض الحروف للعثور عليهما.
    [few] { $count } خيارات أخرى: اكتبوا بعض الحروف للعثور عليها.
    [many] { $count } خيارا آخر: اكتبوا بعض الحروف للعثور عليها.
   *[other] { $count } خيار آخر: اكتبوا بعض الحروف للعثور عليها.
 }
filling-ranked = { $place }: { $label }
filling-rank-up = إلى الأعلى: { $label }
filling-rank-down = إلى الأسفل: { $label }
filling-rank-keys = يحرك Alt مع سهم السطر.
filling-rank-keep = الاحتفاظ بهذا الترتيب
filling-latitude = خط العرض
filling-longitude = خط الطول
filling-latitude-unread = خط العرض عدد من ‎-90 إلى 90؛ في المغرب بين 21 و36.
filling-longitude-unread = خط الطول عدد من ‎-180 إلى 180؛ في المغرب بين ‎-17 و‎-1.
filling-point-how = لا يتوفر هذا الحاسوب على GPS. انسخوا الموقع من هاتف أو خريطة: يمكن لصق العددين معا.
filling-datetime-example = يوم/شهر/سنة 14:30
filling-datetime-unread = يكتب التاريخ والوقت هكذا: 24/11/2026 14:30
filling-line-example = 30.42 -9.59 ; 30.43 -9.60
filling-calendar = فتح التقويم
filling-file-look = معاينة { $name }
filling-file-away = لم يصل بعد إلى هذا الحاسوب
filling-file-save = حفظ نسخة من { $name }
filling-file-remove = إزالة { $name }
filling-file-photo = اختيار صورة أو إفلاتها هنا
filling-file-audio = اختيار تسجيل صوتي أو إفلاته هنا
filling-file-video = اختيار شريط أو إفلاته هنا
filling-file-any = اختيار ملف أو إفلاته هنا
filling-file-other = اختيار ملف آخر
filling-file-named = الملف المسجل: { $name }. وهو غير مرفق هنا.
filling-signed-paper = أو إرفاق صورة الوثيقة الموقعة
filling-signature-file = توقيع
filling-sign-here = التوقيع داخل الإطار.
filling-sign-again = الإعادة
filling-sign-keep = الاحتفاظ بالتوقيع
filling-beside = تعليق، مصدر، إثبات
filling-removed = تمت إزالة: { $name }
filling-take-back = تراجع
filling-elements-none = لا شيء لحد الآن.
filling-remove = إزالة
filling-remove-one = إزالة: { $name }
filling-add = إضافة
filling-next = الانتقال إلى السؤال التالي بدون جواب
filling-layout-sheet = عرض كل الأسئلة في صفحة واحدة
filling-layout-focus = عرض سؤال واحد كل مرة
filling-elements = { $count ->
    [zero] لا عنصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $count } عناصر
    [many] { $count } عنصرا
   *[other] { $count } عنصر
 }
filling-wrong-count = { $count ->
    [zero] لا جواب للتصحيح
    [one] جواب واحد للتصحيح:
    [two] جوابان للتصحيح:
    [few] { $count } أجوبة للتصحيح:
    [many] { $count } جوابا للتصحيح:
   *[other] { $count } جواب للتصحيح:
 }
filling-doc = حالة الوثيقة
filling-doc-reopened = أُعيد فتح الوثيقة: صحّحوا ما يلزم ثم أنهوها من جديد.
filling-doc-returned-read = أُعيدت الوثيقة: يصححها صاحبها ثم ينهيها من جديد.
filling-doc-to-judge = الوثيقة منهاة وتنتظر رأي التنسيق. اقرؤوها ودوّنوا ملاحظاتكم، ثم صادقوا عليها أو أعيدوها.
filling-doc-own = الوثيقة منهاة. هذا عملكم: على شخص آخر من التنسيق أن يصادق عليه.
filling-doc-finalised-mine = الوثيقة منهاة ولم تعد قابلة للتعديل. يمكن للتنسيق المصادقة عليها أو إعادتها. لتصحيحها بأنفسكم، أعيدوا فتحها.
filling-doc-validated-here = الوثيقة مصادق عليها: تُحتسب ولا تُعدَّل. لتصحيحها، أعيدوا فتحها أو أعيدوها إلى صاحبها.
filling-done-finalise = أنهاها { $person }، { $on }
filling-done-return = أعادها { $person }، { $on }
filling-done-validate = صادق عليها { $person }، { $on }
filling-done-reopen = إعادة فتح من { $person }، { $on }
filling-done-ask = طلب إعادة الفتح من { $person }، { $on }
filling-done-close = أغلقها { $person }، { $on }
filling-act-validate = المصادقة…
filling-act-return = الإعادة…
filling-act-reopen = إعادة الفتح…
filling-act-ask-reopen = طلب إعادة الفتح…
filling-act-close = الإغلاق…
filling-asked = سُجّل الطلب. سيراه التنسيق بعد مزامنتكم القادمة.
filling-note = كلمة مرافقة (اختيارية)
filling-note-needed = اكتبوا أولا بضع كلمات ليفهم من سيقرأ.
filling-note-leave = إلغاء
filling-validate-title = المصادقة على الوثيقة
filling-validate-means = تؤكد المصادقة هذه النسخة: تُحتسب نتيجتها في الجداول. لا تُعدَّل الوثيقة بعدها إلا إذا أُعيد فتحها أو أُعيدت.
filling-validate-do = مصادقة
filling-return-title = الإعادة للتصحيح
filling-return-means = تصبح الوثيقة قابلة للتعديل من صاحبها، ويرى ملاحظاتكم في موضع كل سؤال.
filling-return-note = ما يجب مراجعته
filling-return-how = نصيحة: «كتابة ملاحظة» تحت سؤال تُظهر لصاحب الوثيقة الموضع بالضبط.
filling-return-remarks = { $count ->
    [one] سؤال واحد عليه ملاحظة:
    [two] سؤالان عليهما ملاحظة:
   *[other] أسئلة عليها ملاحظة ({ $count }):
 }
filling-return-do = إعادة
filling-reopen-title = إعادة فتح الوثيقة
filling-reopen-means = تصبح الأجوبة قابلة للتعديل من جديد. وتبقى النسخة المنهاة في السجل مع السبب الذي تكتبونه.
filling-reopen-reason = سبب إعادة الفتح
filling-reopen-do = إعادة الفتح
filling-ask-title = طلب إعادة فتح الوثيقة
filling-ask-means = هذه الوثيقة مصادق عليها: إعادة فتحها من شأن التنسيق. سيُعرض عليه طلبكم مع سببه.
filling-ask-do = إرسال الطلب
filling-close-title = إغلاق الوثيقة
filling-close-means = الوثيقة المغلقة تُحفظ جانبا ولا يعدلها أحد. ويمكن للتنسيق إعادة فتحها.
filling-close-do = إغلاق
filling-remarks = الملاحظات
filling-remarks-none = لا ملاحظات حتى الآن.
filling-remarks-open = { $count ->
    [one] ملاحظة واحدة للمعالجة
    [two] ملاحظتان للمعالجة
    [few] { $count } ملاحظات للمعالجة
   *[other] { $count } ملاحظة للمعالجة
 }
filling-remarks-settled = { $count ->
    [one] ملاحظة واحدة عولجت
    [two] ملاحظتان عولجتا
    [few] { $count } ملاحظات عولجت
   *[other] { $count } ملاحظة عولجت
 }
filling-remark-write = كتابة ملاحظة
filling-remark-label = ملاحظتكم
filling-remark-answer = الرد
filling-remark-answer-label = ردكم على الملاحظة
filling-remark-send = إضافة
filling-remark-settle = عولجت
filling-remark-reopen = لم تُعالج بعد
filling-newer = إصدار جديد من الاستمارة…
filling-move-title = الانتقال إلى الإصدار { $version } من الاستمارة
filling-move-means = تنتقل أجوبتكم إلى الإصدار الجديد. هذا ما يتغير؛ لا يحدث شيء قبل تأكيدكم، ويمكن التراجع بعد ذلك.
filling-move-kept = { $count ->
    [one] جواب واحد يبقى كما هو.
    [two] جوابان يبقيان كما هما.
    [few] { $count } أجوبة تبقى كما هي.
   *[other] { $count } جوابا يبقى كما هو.
 }
filling-move-converted = { $count ->
    [one] جواب واحد يتغير موضعه أو شكله:
    [two] جوابان يتغير موضعهما أو شكلهما:
   *[other] أجوبة يتغير موضعها أو شكلها ({ $count }):
 }
filling-move-parked = { $count ->
    [one] جواب واحد لم يعد له موضع. يبقى مقروءا على حدة:
    [two] جوابان لم يعد لهما موضع. يبقيان مقروءين على حدة:
   *[other] أجوبة لم يعد لها موضع ({ $count }). تبقى مقروءة على حدة:
 }
filling-move-added = { $count ->
    [one] سؤال جديد:
    [two] سؤالان جديدان:
   *[other] أسئلة جديدة ({ $count }):
 }
filling-move-do = الانتقال إلى هذا الإصدار
filling-move-not = البقاء على هذا الإصدار
filling-moved = الاستمارة الآن في الإصدار { $version }.
filling-act-moved = تغيير الإصدار
filling-act-file = ملف مرفق
filling-act-remark = ملاحظة
filling-act-settled = معالجة ملاحظة
filling-act-element = عنصر أُضيف أو أُزيل
filling-aside = أجوبة جانبية
filling-aside-open = { $count ->
    [one] جواب جانبي واحد
    [two] جوابان جانبيان
    [few] { $count } أجوبة جانبية
   *[other] { $count } جوابا جانبيا
 }
filling-aside-late = وصلت بعد الإنهاء
filling-aside-late-means = تحتفظ الوثيقة بالأجوبة التي كانت فيها. هذه محفوظة ولا تُحتسب: لأخذها، أعيدوا فتح الوثيقة.
filling-aside-late-kept = تحتفظ الوثيقة بالأجوبة التي كانت فيها. هذه محفوظة ولا تُحتسب ما لم يُعَد فتح الوثيقة.
filling-aside-sealed = في الوثيقة
filling-aside-now = وصل بعد ذلك من { $person }
filling-aside-empty = بلا جواب
filling-aside-parked-means = هي محفوظة وتخرج مع التصدير. وإذا جاء سؤال بالاسم نفسه في إصدار لاحق من الاستمارة أخذها.
filling-signature-of = التوقيع: { $what }
filling-signed = سجّله { $person }، { $at }
filling-newer-there = تتبع هذه التعبئة الإصدار { $version } من الاستمارة؛ وقد وصل إصدار أحدث.
