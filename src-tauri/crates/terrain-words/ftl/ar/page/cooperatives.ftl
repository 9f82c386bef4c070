# لائحة التعاونيات.
cooperatives-title = التعاونيات
cooperatives-about-mine = { $mine ->
    [one] التعاونية التي تواكبونها، من أصل { $total } في الجهة.
    [two] التعاونيتان اللتان تواكبونهما، من أصل { $total } في الجهة.
    [few] { $mine } تعاونيات تواكبونها، من أصل { $total } في الجهة.
   *[other] { $mine } تعاونية تواكبونها، من أصل { $total } في الجهة.
 }
cooperatives-about = { $total ->
    [one] تعاونية واحدة في الجهة.
    [two] تعاونيتان في الجهة.
    [few] { $total } تعاونيات في الجهة.
   *[other] { $total } تعاونية في الجهة.
 }
cooperatives-again = إعادة المحاولة
cooperatives-none = لا توجد تعاونيات بعد
cooperatives-none-coach = تصل التعاونيات من المكتب: زامنوا مرة أولى مع الملف المركزي.
cooperatives-none-coordinator = اقرؤوا اللائحة من جدول Excel أو CSV، أو أنشئوا بطاقة أولى.
cooperatives-none-sync = الذهاب إلى المزامنة
cooperatives-no-match = لا شيء يوافق البحث
cooperatives-no-match-hint = جربوا حروفا أقل، أو أزيلوا إحدى التصفيات.
cooperatives-clear = مسح التصفية
cooperatives-menu-clear = إلغاء كل الاختيارات
cooperatives-find-hint = الاسم، الجماعة، القطاع…
cooperatives-mine = تعاونياتي
cooperatives-all = الكل
cooperatives-province = الإقليم
cooperatives-sector = القطاع
cooperatives-head-name = التعاونية
cooperatives-head-sector = القطاع والجماعة
cooperatives-head-coach = المواكبة
cooperatives-head-score = النقطة
cooperatives-head-visit = آخر زيارة
cooperatives-head-work = للتتبع
cooperatives-never-visited = دون زيارة
cooperatives-score-none = لا نقطة بعد
cooperatives-score-provisional = نقطة مؤقتة: هناك اختلاف مفتوح
cooperatives-work-start = بدء
cooperatives-work-continue = متابعة
cooperatives-work-resume = استئناف
cooperatives-work-see = عرض
cooperatives-state-none = لا تشخيص بعد
cooperatives-state-draft = الأجوبة: { $answered } من { $asked }
cooperatives-state-returned = أُعيد مع ملاحظات
cooperatives-state-finalised = منهى، في انتظار المصادقة
cooperatives-state-validated = مصادق عليه
cooperatives-begin-ask = هل تريدون بدء تشخيص لهذه التعاونية؟
cooperatives-begin = نعم، بدء
cooperatives-begin-not = لا
cooperatives-stage-listed = مدرجة في اللائحة
cooperatives-stage-applied = طلب مودع
cooperatives-stage-selected = تم اختيارها
cooperatives-stage-reserve = لائحة الانتظار
cooperatives-stage-refused = لم يتم اختيارها
cooperatives-stage-suspended = معلقة
cooperatives-stage-graduated = انتهت
cooperatives-stage-withdrawn = انسحبت
cooperatives-stage-struck_off = شُطب عليها
cooperatives-stage-accompanied = قيد المواكبة
cooperatives-head-stage = المسار
cooperatives-month = الشهر { $month } من { $months }
cooperatives-stage-over = انقضت السنتان
cooperatives-by-province = حسب الإقليم
cooperatives-map-source = © المساهمون في خريطة الشارع المفتوحة (ODbL 1.0)، عبر morocco-map
cooperatives-new = تعاونية جديدة
cooperatives-import = قراءة جدول
cooperatives-nothing = –
cooperatives-twins = { $pairs ->
    [one] يبدو أن بطاقتين هما لنفس التعاونية.
    [two] يبدو أن زوجين من البطاقات، كل منهما لنفس التعاونية.
    [few] يبدو أن { $pairs } أزواج من البطاقات، كل منها لنفس التعاونية.
   *[other] يبدو أن { $pairs } زوجا من البطاقات، كل منها لنفس التعاونية.
 }
cooperatives-twins-look = مقارنة
cooperatives-twins-title = هل هي التعاونية نفسها؟
cooperatives-twins-hint = عند الدمج تُقرأ البطاقتان كواحدة، بكل زياراتهما ووثائقهما، ويمكن فصلهما من جديد.
cooperatives-alike-ice = للبطاقتين نفس التعريف الموحد للمقاولة.
cooperatives-alike-register = للبطاقتين نفس رقم السجل.
cooperatives-alike-name = للبطاقتين نفس الاسم في نفس الإقليم.
cooperatives-alike-nearly_name = لا يختلف الاسمان إلا بحرف واحد.
cooperatives-twins-first = البطاقة الأولى
cooperatives-twins-second = البطاقة الثانية
cooperatives-twins-next = الزوج الموالي ({ $pairs })
cooperatives-twins-apart = هما تعاونيتان مختلفتان
cooperatives-keep-first = دمج مع إبقاء الأولى
cooperatives-keep-second = دمج مع إبقاء الثانية
cooperatives-joined = دُمجت البطاقتان.
cooperatives-told-apart = سُجل ذلك: تعاونيتان مختلفتان.
cooperatives-step = المرحلة
cooperatives-follow = للتتبع
cooperatives-stage-half-1 = الأشهر 1 إلى 6
cooperatives-stage-half-2 = الأشهر 7 إلى 12
cooperatives-stage-half-3 = الأشهر 13 إلى 18
cooperatives-stage-half-4 = الأشهر 19 إلى 24
cooperatives-work-returned = وثيقة مُرجعة
cooperatives-work-no-report = تقرير للإنجاز
cooperatives-work-overdue = { $actions ->
    [one] إجراء متأخر
    [two] إجراءان متأخران
    [few] { $actions } إجراءات متأخرة
   *[other] { $actions } إجراء متأخر
 }
cooperatives-work-unvisited = لا زيارة مبرمجة
cooperatives-state-visited = زيارة { $day }
cooperatives-state-late = { $days ->
    [one] بيوم واحد
    [two] بيومين
    [few] بـ{ $days } أيام على الأكثر
   *[other] بـ{ $days } يوما على الأكثر
 }
cooperatives-state-unvisited = { $days ->
    [one] آخرها قبل يوم
    [two] آخرها قبل يومين
    [few] آخرها قبل { $days } أيام
   *[other] آخرها قبل { $days } يوما
 }
