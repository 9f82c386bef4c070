# تعبئة استمارة، سؤالا بعد سؤال.
filling-sections = الأقسام
filling-empty = لا تطرح هذه الاستمارة أي سؤال في الوقت الحالي.
filling-required = الجواب مطلوب
filling-guidance = ما ينبغي الاطلاع عليه (I)
filling-evidence-expected = للاطلاع:
filling-previous = التشخيص السابق
filling-other = هذا النوع من الأسئلة يعبأ خارج هذه النافذة. يبقى الجواب مقروءا هنا.
filling-date-example = 24/11/2026
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
filling-remark = ملاحظة { $person }:
filling-remarked = ملاحظة
filling-has-evidence = وثيقة إثبات مرفقة
filling-has-comment = تعليق
filling-state-draft = مسودة
filling-state-returned = معاد
filling-state-finalised = مُنهى
filling-state-validated = مصادق عليه
filling-state-closed = مغلق
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
filling-evidence-piece = وثيقة { $number }
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
