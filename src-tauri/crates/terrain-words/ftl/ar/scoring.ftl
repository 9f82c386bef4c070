refusal-map-rule = « { $got } » ليست قاعدة: اكتبوا level أو count أو value.
refusal-map-pair = « { $got } » لا تُقرأ: اكتبوا القيمة=المستوى.
refusal-map-level = « { $got } »: المستوى بين 0 و4.
refusal-map-order = « { $got } »: المنتظر هو { $number }، أو above مرة واحدة في الآخر.
refusal-map-twice = « { $got } » مذكورة مرتين.
refusal-map-empty = القاعدة لا تعطي أي مستوى.
refusal-map-long = القاعدة طويلة جدا: 200 قيمة على الأكثر.
finding-recipe-missing = العمود « { $got } » فارغ.
finding-recipe-twice = « { $got } » موجودة من قبل، في سطر أعلى.
finding-recipe-weight = « { $got } »: الوزن عدد موجب، مليون على الأكثر.
finding-recipe-weight-negative = « { $got } »: الوزن من 0 (معلومة لا تحتسب) إلى مليون.
finding-recipe-sum = مجموع أوزان المحاور { $got }، والمنتظر 100.
finding-recipe-dimension-unknown = لا يوجد محور باسم « { $got } ».{ $hint ->
    [none] {""}
   *[other] {" "}هل تقصدون « { $hint } »؟
 }
finding-recipe-dimension-empty = المحور « { $got } » ليس فيه سؤال يحتسب: لن تكون له نقطة أبدا.
finding-recipe-label = « { $got } » بدون تسمية في أي لغة.
finding-recipe-blocking = « { $got } » ليس سؤالا منقطا في هذا المحور.
finding-recipe-level = « { $got } »: المستوى بين 0 و4.
finding-recipe-days = « { $got } »: يلزم عدد أيام موجب، 366 على الأكثر.
finding-recipe-action-differs = سطر آخر يعطي « { $got } » مجالا آخر أو أياما أخرى: الأول هو المعتمد.
finding-recipe-action-never = « { $got } » ليس سؤالا منقطا: بدون شرط لن يقترح الإجراء أبدا.
finding-recipe-many = عدد الأسطر كبير: { $max } على الأكثر.
finding-score-excused = هذا السؤال الحاسم لا يقبل « غير معني »: يحتسب بدون جواب.
finding-score-unreadable = الجواب لا يعطي أي مستوى: يحتسب بدون جواب.
score-none-irrelevant = لا يوجد في هذا المحور سؤال يعني التعاونية.
score-none-answers = أقل من 60 % من وزن هذا المحور له جواب.
score-none-applicable = أكثر من 20 % من وزن هذا المحور « غير معني ».
band-fragile = هشة
band-emerging = ناشئة
band-developing = في طور النمو
band-consolidated = موطدة
band-performing = ناجعة
quadrant-quick-win = إنجاز فوري
quadrant-major-project = مشروع يبرمج
quadrant-fill-in = ينجز عند الإمكان
quadrant-postpone = يؤجل
score-item-counted = محتسب
score-item-unanswered = بدون جواب
score-item-unreadable = جواب بدون مستوى
score-item-not-asked = غير موجود في الاستمارة المعبأة
score-item-irrelevant = لا يعني التعاونية
score-item-not-applicable = غير معني
plan-objective-title = التقدم في: { $area }
plan-indicator-level = المستوى (من 0 إلى 4): { $question }
