# صفحة التعاونية.
cooperative-again = إعادة المحاولة
cooperative-back = رجوع
cooperative-tabs = أجزاء الملف
cooperative-tab-overview = نظرة عامة
cooperative-tab-plan = المخطط
cooperative-members = { $members ->
    [one] عضو واحد
    [two] عضوان
    [few] { $members } أعضاء
   *[other] { $members } عضوا
 }
cooperative-members-women = { $members ->
    [one] عضو واحد
    [two] عضوان
    [few] { $members } أعضاء
   *[other] { $members } عضوا
 }، منهم { $women ->
    [0] 0 نساء
    [one] امرأة واحدة
    [two] امرأتان
    [few] { $women } نساء
   *[other] { $women } امرأة
 }
cooperative-stage-applied = طلب مودع
cooperative-stage-selected = تم اختيارها ولم تسجل بعد
cooperative-stage-reserve = في لائحة الانتظار
cooperative-stage-refused = لم يتم اختيارها
cooperative-stage-suspended = المواكبة معلقة
cooperative-stage-graduated = انتهت المواكبة
cooperative-stage-withdrawn = انسحبت
cooperative-stage-struck_off = شُطب عليها من البرنامج
cooperative-nothing = –
cooperative-to = ثم

cooperative-diagnostic = التشخيص الاستراتيجي
cooperative-diagnostic-none = لا تشخيص بعد
cooperative-diagnostic-none-hint = التشخيص الاستراتيجي يفتتح المواكبة: عشرة محاور تُنقَّط مع التعاونية. تظهر النتيجة والرسم هنا عند إنهائه.
cooperative-diagnostic-begin = بدء التشخيص
cooperative-diagnostic-begun = تشخيص قيد الإنجاز
cooperative-diagnostic-begun-hint = تظهر النتيجة والرسم هنا عند إنهائه.
cooperative-diagnostic-continue = متابعة: { $answered } جوابا من { $asked }
cooperative-then = أولي، { $when }
cooperative-now = حالي، { $when }
cooperative-head-axis = المحور
cooperative-head-then = أولي
cooperative-head-now = الحالي
cooperative-head-score = النتيجة
cooperative-head-gap = الفارق
cooperative-whole = المجموع
cooperative-moved = ما تغير: { $axis }

cooperative-follow = للتتبع
cooperative-follow-none = لا شيء في الانتظار
cooperative-follow-none-hint = تظهر هنا إجراءات المخطط والوثائق المعادة وملاحظات المنسقة.
cooperative-follow-more = { $more ->
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $more } أخرى
   *[other] و{ $more } أخرى
 }
cooperative-whole-plan = المخطط كاملا
cooperative-late = { $days ->
    [one] متأخر يوما واحدا
    [two] متأخر يومين
    [few] متأخر { $days } أيام
   *[other] متأخر { $days } يوما
 }
cooperative-due = الأجل { $day }
cooperative-due-none = بدون أجل
cooperative-done-part = أُنجز { $part }
cooperative-returned = { $title }: معاد
cooperative-remarks = { $remarks ->
    [0] بدون ملاحظات: اطلعوا على كلمة المنسقة
    [one] ملاحظة واحدة من المنسقة
    [two] ملاحظتان من المنسقة
    [few] { $remarks } ملاحظات من المنسقة
   *[other] { $remarks } ملاحظة من المنسقة
 }

cooperative-timeline = المسار
cooperative-newest = الأحدث أولا
cooperative-timeline-none = بداية المسار
cooperative-timeline-none-hint = تُسجَّل هنا الزيارات والتشخيصات ومراحل المواكبة تلقائيا.
cooperative-timeline-all = { $all ->
    [one] عرض السطر الوحيد
    [two] عرض السطرين
    [few] عرض { $all } أسطر
   *[other] عرض { $all } سطرا
 }
cooperative-head-day = اليوم
cooperative-head-what = ماذا
cooperative-head-who = من
cooperative-head-place = الإرسال
cooperative-head-state = حالة الوثيقة
cooperative-under-way = قيد الإنجاز
cooperative-planned = مبرمجة
cooperative-cancelled = ملغاة: { $why }
cooperative-visit = زيارة
cooperative-document = وثيقة
cooperative-line-score = { $title }، { $score }
cooperative-milestone-applied = إيداع الطلب
cooperative-milestone-selected = الاختيار
cooperative-milestone-reserve = التسجيل في لائحة الانتظار
cooperative-milestone-refused = عدم الاختيار
cooperative-milestone-enrolled = التسجيل في البرنامج
cooperative-milestone-suspended = تعليق المواكبة
cooperative-milestone-resumed = استئناف المواكبة
cooperative-milestone-graduated = نهاية المواكبة
cooperative-milestone-extended = تمديد المواكبة
cooperative-milestone-withdrawn = الانسحاب من البرنامج
cooperative-milestone-struck_off = الشطب من البرنامج

cooperative-tab-diagnostics = التشخيصات
cooperative-tab-visits = الزيارات
cooperative-tab-files = الوثائق
cooperative-tab-past = السجل
cooperative-visits = الزيارات
cooperative-diagnostics = التشخيصات
cooperative-diagnostic-new = تشخيص جديد
cooperative-head-answers = الأجوبة
cooperative-answers = { $answered } من { $asked }
cooperative-compare = مقارنة تشخيصين
cooperative-compare-from = قبل
cooperative-compare-to = بعد
cooperative-compare-same = اختاروا تشخيصين مختلفين.
cooperative-compare-versions = تغيرت الاستمارة بين التشخيصين: تُنقَّط الأجوبة السابقة كما تُنقَّط اللاحقة.
cooperative-axis-governance = الحكامة
cooperative-axis-management = التدبير
cooperative-axis-finance = المالية
cooperative-axis-production = الإنتاج
cooperative-axis-marketing = التسويق
cooperative-axis-commercialisation = البيع والتوزيع
cooperative-axis-planning_monitoring = التخطيط
cooperative-axis-social = المسؤولية الاجتماعية
cooperative-axis-environment = البيئة
cooperative-axis-innovation_territory = الابتكار
cooperative-axis-none = { $axis } (–)
cooperative-files = وثائق وصور
cooperative-files-none = لا وثائق
cooperative-files-none-hint = تجدون هنا الصور والمرفقات الخاصة بالتشخيصات والزيارات. يمكنكم أيضا إرفاق النظام الأساسي أو وصل أو لائحة الأعضاء…
cooperative-file-add = إرفاق وثيقة
cooperative-file-added = أُرفقت { $name } بالبطاقة.
cooperative-file-save = حفظ باسم…
cooperative-file-saved = حُفظت { $name } في المجلد { $folder }.
cooperative-file-see = عرض { $name }
cooperative-file-own = البطاقة
cooperative-file-away = لم تصل بعد إلى هذا الحاسوب
cooperative-past = سجل البطاقة
cooperative-past-none = لم يتغير شيء بعد
cooperative-laptop = الحاسوب رقم { $number }
cooperative-nobody = شخص غير معروف هنا
cooperative-clock = ساعة مشكوك فيها
cooperative-not-accepted = لم يُؤخذ به
cooperative-empty = فارغ
cooperative-put-back = إعادة القيمة السابقة
cooperative-empty-again = إفراغ من جديد
cooperative-put-back-done = { $field }: أُعيدت القيمة السابقة.

cooperative-edit = تعديل البطاقة
cooperative-edit-lead = يُحفظ كل حقل بمجرد مغادرته.
cooperative-saved = حُفظ على الساعة { $at }
cooperative-new = تعاونية جديدة
cooperative-new-lead = ابدؤوا باسمها، ثم يُملأ الباقي.
cooperative-make = إنشاء البطاقة
cooperative-done = عرض البطاقة
cooperative-undo-last = التراجع عن آخر تعديل
cooperative-group-identity = الهوية والمكان
cooperative-group-registration = التقييد
cooperative-group-governance = الحكامة والرأسمال
cooperative-group-members = الأعضاء
cooperative-group-contact = الاتصال واللغات
cooperative-province = الإقليم
cooperative-province-hint = لا تُطلب الجماعة: البرنامج يعرف الإقليم فقط.
cooperative-hint-ice = 15 رقما
cooperative-hint-phone = هاتف التعاونية لا هاتف شخص
cooperative-dirham = درهم
cooperative-personal = معطى شخصي: مشفر على حدة وقابل للمحو.
cooperative-officers = المسؤولون
cooperative-officers-hint = الأسماء وأرقام الهاتف معطيات شخصية
cooperative-officer-new = اسم شخص
cooperative-officer-add = إضافة
cooperative-officer-take = إزالة { $name }
cooperative-officer-gone = أُزيل الشخص من البطاقة.
cooperative-assignment = المواكبة
cooperative-assignment-hint = تُسند إلى الشخص المختار ابتداء من اليوم.
cooperative-assigned = أُسندت إلى { $name } ابتداء من اليوم.
cooperative-joined-to = مدمجة مع { $name }
cooperative-separate = فصل
cooperative-separated = البطاقتان منفصلتان من جديد.
cooperative-disagreements = { $count ->
    [one] هناك اختلاف مفتوح حول هذه التعاونية: كتب شخصان أمرين مختلفين. ما يظهر هنا مؤقت.
    [two] هناك اختلافان مفتوحان حول هذه التعاونية: كتب أشخاص أمورا مختلفة. ما يظهر هنا مؤقت.
    [few] هناك { $count } اختلافات مفتوحة حول هذه التعاونية: كتب أشخاص أمورا مختلفة. ما يظهر هنا مؤقت.
   *[other] هناك { $count } اختلافا مفتوحا حول هذه التعاونية: كتب أشخاص أمورا مختلفة. ما يظهر هنا مؤقت.
 }
cooperative-disagreements-see = المقارنة والاختيار
cooperative-past-fields = { $more ->
    [one] عرض حقل آخر
    [two] عرض حقلين آخرين
    [few] عرض { $more } حقول أخرى
   *[other] عرض { $more } حقلا آخر
 }
cooperative-visit-new = زيارة جديدة
cooperative-commune-known = رمز الجماعة: { $code }. يبقى ما دام الإقليم هو نفسه.
