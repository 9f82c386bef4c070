# تقرير الزيارة: ما تم الالتزام به، وما يضيفه التقرير.
report-visit = الزيارة { $number }
report-visit-of = الزيارة { $number } من { $of }
report-visit-beyond = الزيارة { $number }، والمقرر { $of }
report-promises-from = من تقرير { $day } ومن المخطط
report-promises-plan = من مخطط المواكبة
report-promise-kept = تم الوفاء به
report-promise-partly = جزئيا
report-promise-dropped = تم التخلي عنه
report-promise-check = للتحقق
report-promise-not-due = لم يحن الأجل بعد
report-promise-progress = { $progress } %
report-promise-late = { $days ->
    [one] متأخر يوما واحدا
    [two] متأخر يومين
    [few] متأخر { $days } أيام
   *[other] متأخر { $days } يوما
 }
report-brings = ما يضيفه التقرير
report-brings-visit = تبرمج الزيارة المقبلة يوم { $day }، ما لم تكن زيارة مبرمجة في ذلك اليوم.
report-brings-updates = { $count ->
    [one] يتم تحيين إجراء واحد من المخطط.
    [two] يتم تحيين إجراءين من المخطط.
    [few] يتم تحيين { $count } إجراءات من المخطط.
   *[other] يتم تحيين { $count } إجراء من المخطط.
 }
report-brings-actions = { $count ->
    [one] يضاف إجراء واحد إلى المخطط.
    [two] يضاف إجراءان إلى المخطط.
    [few] تضاف { $count } إجراءات إلى المخطط.
   *[other] يضاف { $count } إجراء إلى المخطط.
 }
