# ما تقوله النافذة خارج صفحتها: الطرفية ومربعات حوار النظام.
window-help = مرافقة الميدان: النافذة. يفتح «--data» متبوعا بمجلد مجلدا آخر للبيانات. ويقوم الأمر «mourafaka» بالعمل نفسه دون نافذة.
window-unknown-argument = «{ $got }» غير مفهوم. جرّبوا --help.
window-none = تعذّر فتح النافذة: { $reason }. لم يضع شيء؛ ويقوم الأمر «mourafaka» بالعمل نفسه دون نافذة.
window-no-display = لا تعلن هذه الطرفية أي شاشة (DISPLAY و WAYLAND_DISPLAY فارغان)
pick-central = اختيار مجلد الملف المركزي
pick-evidence = اختيار صورة أو وثيقة
pick-evidence-kinds = صور ووثائق
fault-locked = المجلد مقفل. افتحوه بعبارة السر ثم أعيدوا المحاولة.
fault-not-picked = لم يُختر هذا المكان في مربع حوار. اختاروه ثم أعيدوا المحاولة.
fault-demonstration-folder = تعذّر إعداد العرض التجريبي في { $path }: { $reason }. أفرغوا هذا المكان ثم أعيدوا المحاولة.
reason-panic = خلل في البرنامج؛ ولم يُمسّ شيء مما حُفظ
pick-backup = اختيار نسخة احتياطية
pick-backup-kind = نسخ احتياطية
pick-backup-folder = اختيار مكان النسخة الاحتياطية
pick-data = اختيار مجلد معطيات
fault-not-prepared = لا يوجد برنامج قيد التحضير. ابدؤوا من جديد: لم يُكتب شيء.
fault-no-data-there = لا توجد معطيات لهذا التطبيق في { $path }. اختاروا المجلد الذي يضم «replica.mourafaka» و«key»؛ لم يتغير شيء.
