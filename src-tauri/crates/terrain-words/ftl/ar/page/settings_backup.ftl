# الحفظ الاحتياطي ضمن الإعدادات.
settings_backup-title = الحفظ الاحتياطي
settings_backup-about = النسخة الاحتياطية ملف واحد مشفر يوضع على مفتاح USB أو قرص آخر. تُفتح بعبارة السر الخاصة بكم. تبقى المزامنة أول حماية لعملكم.
settings_backup-never = لم يُحفظ هذا الحاسوب احتياطيا قط.
settings_backup-last = آخر حفظ احتياطي: { $at }، { $ago }.
settings_backup-make = حفظ احتياطي…
settings_backup-prove = التحقق من نسخة…
settings_backup-making = الحفظ جار
settings_backup-proving = تُستعاد النسخة جانبا وتُقرأ كلها وتُقارن
settings_backup-sound = النسخة سليمة: يمكن استعادتها.
settings_backup-between = {" "}·{" "}
settings_backup-contents = أُنجزت { $at }: { $changes } تعديلا، { $rows } بطاقة، { $files } ملفا.
settings_backup-same = فيها كل ما في هذا الحاسوب.
settings_backup-passphrase = تُفتح بعبارة السر الحالية.
settings_backup-passphrase-then = تُفتح بعبارة السر القديمة، لا بعبارة اليوم.
settings_backup-restore = للاستعادة: على حاسوب بلا معطيات، اختاروا «استعادة نسخة احتياطية» في أول شاشة. لا تُستعاد نسخة أبدا فوق معطيات موجودة.
settings_backup-behind = { $count ->
    [one] تعديل واحد أُنجز بعدها ليس فيها: أعيدوا الحفظ لإضافته.
    [two] تعديلان أُنجزا بعدها ليسا فيها: أعيدوا الحفظ لإضافتهما.
   *[other] { $count } تعديلات أُنجزت بعدها ليست فيها: أعيدوا الحفظ لإضافتها.
 }
settings_backup-ahead = { $count ->
    [one] تعديل واحد في النسخة لم يعد في هذا الحاسوب: احتفظوا بهذا الملف وأخبروا التنسيقية.
    [two] تعديلان في النسخة لم يعودا في هذا الحاسوب: احتفظوا بهذا الملف وأخبروا التنسيقية.
   *[other] { $count } تعديلات في النسخة لم تعد في هذا الحاسوب: احتفظوا بهذا الملف وأخبروا التنسيقية.
 }
