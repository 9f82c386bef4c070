# ما ينبغي معرفته قبل زيارة.
visit-back = رجوع
visit-again = إعادة المحاولة
visit-no-day = بدون تاريخ
visit-when = { $day }، من { $from } إلى { $to }
visit-when-from = { $day }، على { $from }
visit-report-begin = بدء تقرير الزيارة
visit-report-go-on = متابعة تقرير الزيارة
visit-report-read = قراءة تقرير الزيارة
visit-edit = نقل أو إلغاء
visit-cooperative = فتح صفحة التعاونية
visit-print = طباعة
visit-cancelled = زيارة ملغاة: { $reason }
visit-purpose = الموضوع
visit-venue = المكان
visit-none = غير محدد
visit-members = الأعضاء
visit-coach = المواكبة
visit-report = التقرير
visit-promises-of = التزامات { $day }
visit-promises = التزامات الزيارة السابقة
visit-promises-none = لم تسفر الزيارة السابقة عن أي التزام.
visit-first = لا زيارة سابقة بتقرير.
visit-actions = إجراءات المخطط المراد مراجعتها
visit-actions-none = لا إجراء آخر متأخر أو قريب الأجل.
visit-remarks = ملاحظات المنسقية المفتوحة
visit-remark-open = فتح
visit-prepared = ما تم تحضيره لهذه الزيارة
visit-people = للقاء
visit-people-none = لا مسؤول مسجل: أضفهم في صفحة التعاونية.
visit-sealed = اسم محمي
visit-documents = وثائق للطلب
visit-documents-none = لا وثيقة للطلب.
visit-members-count = { $members ->
    [one] { $members }، منهم { $women } من النساء
   *[other] { $members }، منهم { $women } من النساء
 }
