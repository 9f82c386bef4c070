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
