# قطع مشتركة بين الشاشات.
kit-passphrase-show = إظهار عبارة السر
kit-passphrase-hide = إخفاء عبارة السر
kit-passphrase-capitals = مفتاح الأحرف الكبيرة مفعّل.
kit-notice-info = معلومة:
kit-notice-attention = تنبيه:
kit-notice-error = خطأ:
kit-undo = تراجع
kit-close = إغلاق
kit-loading = جارٍ التحميل…
kit-number-none = اكتبوا رقما، مثلا 12 أو 12,5.
kit-number-whole = اكتبوا عددا صحيحا دون فاصلة.
kit-number-low = لا أقل من { $min }.
kit-number-high = لا أكثر من { $max }.
kit-place-here = هنا
kit-place-delivered = سُلِّم
kit-place-received = استُلم
kit-document-draft = مسودة
kit-document-finalised = مُنهى
kit-document-returned = معاد
kit-document-validated = مصادق عليه
kit-document-closed = مغلق
kit-stage-none = لم تبدأ المواكبة
kit-stage = الشهر { $month } من { $months }
kit-stage-over = انقضت السنتان
kit-band-none = لا نتيجة
kit-cancel = إلغاء
kit-stopping = جارٍ الإيقاف…
kit-none-found = لا شيء يطابق. جربوا بحروف أقل.
kit-more-found = { $count ->
    [one] بقي واحد: اكتبوا حروفا أكثر.
    [two] بقي اثنان: اكتبوا حروفا أكثر.
   *[other] بقي { $count }: اكتبوا حروفا أكثر.
 }
kit-date-form = يوم/شهر/سنة
kit-date-none = هذا ليس تاريخا: اكتبوا مثلا 3/12/2026 أو اختاروا من اليومية.
kit-date-early = ليس قبل { $day }.
kit-date-late = ليس بعد { $day }.
kit-clear = مسح: { $label }
kit-calendar = اليومية: { $label }
kit-calendar-previous = الشهر السابق
kit-calendar-next = الشهر التالي
kit-calendar-month = الشهر
kit-calendar-year = السنة
kit-time-none = هذه ليست ساعة: اكتبوا مثلا 9:40.
kit-table-find = تصفية الجدول
kit-table-columns = اختيار الأعمدة
kit-table-count = { $shown } من { $total }
words-just-now = الآن
words-comma = ،{" "}
