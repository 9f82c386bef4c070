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
cooperatives-none-coordinator = تُقرأ اللائحة من جدول، وحاليا بسطر الأوامر: «mourafaka import cooperative» ثم اسم الملف.
cooperatives-none-sync = الذهاب إلى المزامنة
cooperatives-no-match = لا شيء يوافق البحث
cooperatives-no-match-hint = جربوا حروفا أقل، أو أزيلوا إحدى التصفيات.
cooperatives-clear = مسح التصفية
cooperatives-menu-clear = إلغاء كل الاختيارات
cooperatives-find = البحث عن تعاونية
cooperatives-find-hint = الاسم، الجماعة، القطاع…
cooperatives-mine = تعاونياتي
cooperatives-all = الكل
cooperatives-province = الإقليم
cooperatives-sector = القطاع
cooperatives-shown = المعروض: { $shown } من { $total }
cooperatives-head-name = التعاونية
cooperatives-head-sector = القطاع والجماعة
cooperatives-head-coach = المواكبة
cooperatives-head-score = النقطة
cooperatives-head-visit = آخر زيارة
cooperatives-head-work = التشخيص المطلوب
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
