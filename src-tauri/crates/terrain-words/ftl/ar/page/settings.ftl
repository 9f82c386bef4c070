# الإعدادات: النافذة كما يريدها الشخص، وهذا الحاسوب.
settings-title = الإعدادات
settings-lead = اختياراتكم تخصكم على هذا الحاسوب وتُحفظ فورا.
settings-look = العرض
settings-theme = المظهر
settings-theme-system = مثل الحاسوب
settings-theme-light = فاتح
settings-theme-dark = داكن
settings-zoom = حجم العرض
settings-zoom-hint = كذلك بمفتاح Ctrl مع + أو −.
settings-motion = تقليل الحركات
settings-motion-hint = لا شيء ينزلق أو يومض على الشاشة.
settings-work = العمل والأمان
settings-autolock = القفل التلقائي
settings-autolock-hint = حين لا يلمس أحد الحاسوب. ما كُتب يبقى محفوظا.
settings-autolock-never = أبدا
settings-autolock-minutes = { $count ->
    [one] بعد دقيقة واحدة
    [two] بعد دقيقتين
    [few] بعد { $count } دقائق
   *[other] بعد { $count } دقيقة
 }
settings-letters = المفاتيح المفردة
settings-letters-hint = الأرقام تجيب والحروف تفتح التعليق أو الصورة. عطلوها إن اشتغلت دون قصد.
settings-laptop = هذا الحاسوب
settings-person = الشخص
settings-which = الحاسوب
settings-which-only = الوحيد لهذا الشخص، منذ { $day }
settings-which-of = رقم { $n } من { $count } لهذا الشخص، منذ { $day }
settings-programme = البرنامج
settings-unsent = للإرسال
settings-synced = آخر مزامنة
settings-central = المجلد المركزي
settings-central-none = لم يُختر بعد
settings-health = الحالة
settings-health-good = كل شيء على ما يرام
settings-health-see = عرض المزامنة
settings-health-quarantined = { $count ->
    [one] ملف مستلم واحد وُضع جانبا
    [two] ملفان مستلمان وُضعا جانبا
   *[other] { $count } من الملفات المستلمة وُضعت جانبا
 }
settings-health-waiting = { $count ->
    [one] تعديل واحد ينتظر آخر لم يصل بعد
    [two] تعديلان ينتظران أخرى لم تصل بعد
   *[other] { $count } من التعديلات تنتظر أخرى لم تصل بعد
 }
settings-health-conflicts = { $count ->
    [one] اختلاف واحد للتسوية
    [two] اختلافان للتسوية
   *[other] { $count } من الاختلافات للتسوية
 }
settings-health-tasks = { $count ->
    [one] بطاقة واحدة حذفها شخص وعدلها آخر
    [two] بطاقتان حذفهما شخص وعدلهما آخر
   *[other] { $count } من البطاقات حذفها شخص وعدلها آخر
 }
settings-health-forked = { $count ->
    [one] حاسوب واحد استُعيد من نسخة قديمة
    [two] حاسوبان استُعيدا من نسخة قديمة
   *[other] { $count } من الحواسيب استُعيدت من نسخة قديمة
 }
settings-health-clock = ساعة الحاسوب غير صحيحة: اضبطوها.
settings-health-findings = { $count ->
    [one] ملف واحد من المجلد المركزي للتحقق
    [two] ملفان من المجلد المركزي للتحقق
   *[other] { $count } من ملفات المجلد المركزي للتحقق
 }
settings-about = حول التطبيق
settings-data-version = الإصدار { $n } من مجلد البيانات
settings-about-works = بفضل عمل:
