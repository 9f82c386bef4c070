# اليوم: زيارات اليوم وما ينتظر والخطوة المقبلة.
today-lead = { $visits ->
    [0] لا زيارة اليوم.
    [one] زيارة واحدة اليوم.
    [two] زيارتان اليوم.
    [few] { $visits } زيارات اليوم.
   *[other] { $visits } زيارة اليوم.
 } { $waiting ->
    [0] لا شيء آخر مستعجل.
    [one] نقطة واحدة للتتبع.
    [two] نقطتان للتتبع.
    [few] { $waiting } نقط للتتبع.
   *[other] { $waiting } نقطة للتتبع.
 }
today-new-visit = زيارة جديدة
today-again = إعادة المحاولة
today-now = الساعة الآن { $hour }
today-no-hour = بدون ساعة
today-until = إلى { $hour }
today-members = { $members ->
    [one] عضو واحد، منهم { $women } من النساء
    [two] عضوان، منهم { $women } من النساء
    [few] { $members } أعضاء، منهم { $women } من النساء
   *[other] { $members } عضوا، منهم { $women } من النساء
 }
today-promises-of = التزامات زيارة { $day }
today-promises = التزامات الزيارة السابقة
today-no-promises = لم تسفر الزيارة السابقة عن أي التزام.
today-first-visit = أول زيارة بتقرير: ستفتتح الزيارة المقبلة بالتزامات اليوم.
today-report-begin = بدء تقرير الزيارة
today-report-go-on = متابعة تقرير الزيارة
today-brief = التحضير
today-cooperative = فتح صفحة التعاونية
today-week = الأيام المقبلة
today-step = الخطوة المقبلة
today-step-returned = مراجعة وثيقة معادة: { $name }
today-step-returned-why = { $remarks ->
    [0] أعادت المنسقية هذه الوثيقة.
    [one] تنتظر المنسقية جوابك على ملاحظة واحدة.
    [two] تنتظر المنسقية جوابك على ملاحظتين.
    [few] تنتظر المنسقية جوابك على { $remarks } ملاحظات.
   *[other] تنتظر المنسقية جوابك على { $remarks } ملاحظة.
 }
today-step-returned-act = الإجابة
today-step-report = كتابة التقرير: { $name }
today-step-report-why = { $days ->
    [one] كانت الزيارة أمس وليس لها تقرير نهائي.
    [two] كانت الزيارة قبل يومين وليس لها تقرير نهائي.
    [few] كانت الزيارة قبل { $days } أيام وليس لها تقرير نهائي.
   *[other] كانت الزيارة قبل { $days } يوما وليس لها تقرير نهائي.
 }
today-step-overdue = التذكير بالتزام: { $name }
today-step-overdue-why = { $days ->
    [one] «{ $what }» متأخر يوما واحدا.
    [two] «{ $what }» متأخر يومين.
    [few] «{ $what }» متأخر { $days } أيام.
   *[other] «{ $what }» متأخر { $days } يوما.
 }
today-step-unvisited = برمجة زيارة: { $name }
today-step-unvisited-never = لم تتلق هذه التعاونية أي زيارة بعد.
today-step-unvisited-why = { $days ->
    [one] كانت آخر زيارة أمس، ولا زيارة مبرمجة.
    [two] كانت آخر زيارة قبل يومين، ولا زيارة مبرمجة.
    [few] كانت آخر زيارة قبل { $days } أيام، ولا زيارة مبرمجة.
   *[other] كانت آخر زيارة قبل { $days } يوما، ولا زيارة مبرمجة.
 }
today-step-draft = إتمام مسودة: { $title }، { $name }
today-step-draft-why = { $missing ->
    [0] لا ينقص شيء: بقي الإنهاء.
    [one] ينقص جواب واحد.
    [two] ينقص جوابان.
    [few] تنقص { $missing } أجوبة.
   *[other] ينقص { $missing } جوابا.
 }
today-step-draft-act = متابعة
today-step-send = إرسال عملك
today-step-send-why = أكثر من أسبوع بدون مزامنة: لا يوجد عملك إلا على هذا الحاسوب.
today-step-send-act = المزامنة
today-step-ahead = التحضير للزيارة: { $name }
today-step-ahead-why = الزيارة المقبلة مبرمجة يوم { $day }.
today-step-plan = برمجة زيارة
today-step-plan-why = لا زيارة مبرمجة خلال الأسبوعين المقبلين.
today-step-coordinate = تتبع التعاونيات ووثائقها
today-step-coordinate-why = حددوا في بطاقة كل تعاونية من يواكبها. الوثائق المنهاة تنتظر رأيكم: تظهر في اللائحة.
today-step-none = لم تُسند إليكم أي تعاونية بعد
today-step-none-why = التنسيق يضيف التعاونيات ويحدد من يواكب كلا منها، وتصل إلى الآخرين بالمزامنة.
today-step-none-act = عرض التعاونيات
today-step-plan-act = برمجة زيارة
today-follow = للتتبع
today-follow-none = لا شيء للتتبع: كل شيء محين.
today-follow-returned = { $title } معاد، { $name }
today-follow-remarks = { $remarks ->
    [0] بدون ملاحظة مفتوحة
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $remarks } ملاحظات
   *[other] { $remarks } ملاحظة
 }
today-follow-report = تقرير للكتابة، { $name }
today-follow-report-detail = { $days ->
    [one] زيارة { $day }، أمس
    [two] زيارة { $day }، قبل يومين
    [few] زيارة { $day }، قبل { $days } أيام
   *[other] زيارة { $day }، قبل { $days } يوما
 }
today-follow-overdue = { $days ->
    [one] { $name }، متأخر يوما واحدا
    [two] { $name }، متأخر يومين
    [few] { $name }، متأخر { $days } أيام
   *[other] { $name }، متأخر { $days } يوما
 }
today-follow-unvisited = { $name } بدون زيارة مبرمجة
today-follow-unvisited-detail = { $days ->
    [one] آخر زيارة { $day }، أمس
    [two] آخر زيارة { $day }، قبل يومين
    [few] آخر زيارة { $day }، قبل { $days } أيام
   *[other] آخر زيارة { $day }، قبل { $days } يوما
 }
today-follow-unvisited-never = لا زيارة بعد
today-follow-soon = { $name }، الأجل { $day }
today-less = عرض أقل
today-more = { $count ->
    [one] عرض واحد آخر
    [two] عرض اثنين آخرين
    [few] عرض { $count } أخرى
   *[other] عرض { $count } أخرى
 }
today-others = عرض كل التعاونيات للتتبع
today-drafts = مسودات على هذا الحاسوب
today-drafts-none = لا مسودة في الانتظار.
today-draft = { $title }، { $name }
today-draft-missing = { $missing ->
    [one] ينقص جواب واحد
    [two] ينقص جوابان
    [few] تنقص { $missing } أجوبة
   *[other] ينقص { $missing } جوابا
 }
today-draft-whole = جاهز للإنهاء
today-days = أيامي في { $month }
today-days-reports = { $reports ->
    [one] { $validated } تقرير مصادق عليه من أصل { $reports } مقدم
    [two] { $validated } مصادق عليها من أصل تقريرين مقدمين
    [few] { $validated } مصادق عليها من أصل { $reports } تقارير مقدمة
   *[other] { $validated } مصادق عليها من أصل { $reports } تقريرا مقدما
 }
