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
