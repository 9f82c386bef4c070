# إطار النافذة: ما يبقى حين تتغير الشاشة.
frame-title = مرافقة الميدان
frame-brand = الميدان
frame-rail = الشاشات
frame-today = اليوم
frame-agenda = الأجندة
frame-cooperatives = التعاونيات
frame-exchange = المزامنة
frame-back = العودة إلى التعاونيات
frame-language = اللغة
frame-lock = قفل
frame-locking = جارٍ القفل…
frame-held = هناك أجوبة لم تُحفظ: ستضيع إذا غادرتم هذه الشاشة.
frame-held-stay = البقاء هنا
frame-held-leave = المغادرة رغم ذلك
frame-demonstration = عرض تجريبي
frame-unsent = { $count ->
    [0] أُرسل كل شيء
    [one] تعديل واحد للإرسال
    [two] تعديلان للإرسال
    [few] { $count } تعديلات للإرسال
    [many] { $count } تعديلا للإرسال
   *[other] { $count } تعديل للإرسال
 }
frame-between = {" "}·{" "}
frame-syncing = المزامنة جارية
frame-never-synced = لم تتم أي مزامنة
frame-settings = الإعدادات
frame-place-count = { $place }: { $count } للتسوية
frame-find = البحث في كل شيء
frame-find-hint = بحث…
frame-find-what = تعاونية أو شخص أو استمارة أو إجراء…
frame-found-recent = آخر ما فُتح
frame-found-people = أشخاص
frame-found-entries = استمارات
frame-found-visits = زيارات
frame-found-plan = مخططات
frame-found-actions = أوامر التطبيق
frame-go = الذهاب إلى: { $place }
frame-larger = تكبير العرض
frame-smaller = تصغير العرض
frame-help = مساعدة لوحة المفاتيح
frame-keys-everywhere = في كل مكان
frame-key-tab = العنصر التالي؛ ومع ⇧ السابق
frame-key-escape = إغلاق ما هو مفتوح
frame-key-zoom = تكبير، تصغير، الحجم العادي
frame-key-section = القسم السابق، التالي
frame-key-guidance = شرح السؤال
frame-key-undo = تراجع، إعادة
frame-keys-off = المفاتيح المفردة (الأرقام والحروف) معطلة: انظروا الإعدادات.
frame-role-coach = المواكبة
frame-role-regional_coordinator = التنسيق الجهوي
frame-role-national_admin = الإدارة الوطنية
frame-role-trainer = التكوين
frame-role-evaluator = التقييم
frame-role-none = دون دور: قراءة فقط
frame-disagreements = { $count ->
    [one] اختلاف واحد
    [two] اختلافان
    [few] { $count } اختلافات
   *[other] { $count } اختلافا
 }
frame-offered = الملف المركزي في المتناول: مزامنة
frame-stray-files = لم يُضف أي ملف: لا شيء هنا يستقبل الملفات. أفلتوا الإثبات على سؤال في التعبئة، ولائحة التعاونيات في شاشة «قراءة جدول».
