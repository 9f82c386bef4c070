help-heading-usage = الاستعمال:
help-value-command = الأمر
help-heading-commands = الأوامر
help-heading-arguments = المطلوب
help-heading-options = الخيارات
help-arg-help = هذه المساعدة
help-arg-version = إصدار التطبيق
help-arg-data = مجلد البيانات: شخص واحد على حاسوب واحد
help-arg-passphrase_file = ملف سطره الأول عبارة السر؛ وإلا فالمتغير MOURAFAKA_PASSPHRASE، وإلا تُطلب عبارة السر
help-arg-lang = fr أو ar أو zgh أو en؛ وإلا لغة الجهاز، وإلا الفرنسية
help-arg-json = وثيقة JSON واحدة في المخرج ولا شيء غيرها
help-arg-quiet = دون تقدم ولا نصائح
help-mourafaka = مرافقة الميدان: مواكبة التعاونيات دون شبكة. بطاقات ومزامنة وملف مركزي.
help-demo = إنشاء برنامج خيالي كامل للتجربة
help-arg-dir = مجلد فارغ أو جديد
help-arg-cooperatives = عدد التعاونيات (33)
help-arg-coaches = عدد المواكبين (4)
help-arg-months = أشهر العمل (24)
help-arg-seed = البذرة: نفسها تعطي المحتوى نفسه (1)
help-arg-start = أول يوم في البرنامج، YYYY-MM-DD ‏(2024-12-02)
help-init = بدء برنامج: مجلدات البيانات والمجلد المركزي والمفتاح الورقي
help-arg-programme = اسم البرنامج
help-arg-init-person = اسم المنسق(ة)
help-arg-init-central = المجلد المركزي، فارغ أو جديد
help-arg-paper_key_out = ملف للمفتاح الورقي، يُطبع ثم يُحذف
help-arg-init-coaches = اسم مواكب ومجلد بياناته؛ يتكرر؛ عبارة السر نفسها
help-status = من أنا وما الذي ينتظر وهل كل شيء على ما يرام
help-list = عرض بطاقات نوع
help-arg-kind = النوع: cooperative أو visit أو officer أو person أو assignment أو setting أو programme…
help-arg-filters = فقط ما كان لحقله هذه القيمة؛ والقيمة الفارغة لما كان حقله فارغا؛ يتكرر
help-show = عرض بطاقة
help-arg-id = المعرف أو بدايته أو اسم تعاونية أو شخص
help-search = البحث في كل شيء، مع التشكيل والهمزة أو بدونهما
help-arg-text = كلمات أو بداياتها
help-set = تعديل حقول بطاقة
help-new = إنشاء بطاقة
help-arg-fields = حقل وقيمة؛ والقيمة الفارغة تفرغ الحقل؛ يتكرر
help-delete = حذف بطاقة؛ ما كتبه آخرون دون علم بذلك يبقيها
help-undo = التراجع عن آخر ما تم على هذا الحاسوب
help-redo = إعادة آخر ما تم التراجع عنه
help-history = من غيّر ماذا ومتى
help-conflicts = عرض التعارضات المفتوحة
help-resolve = تسوية تعارض
help-arg-conflict = اسمه كما يعرضه «conflicts»
help-arg-take = الاحتفاظ بالقيمة ذات هذا الرقم
help-arg-value = كتابة قيمة أخرى
help-arg-note = السبب
help-assign = إسناد تعاونية إلى شخص
help-arg-cooperative = معرف التعاونية أو اسمها
help-arg-person = معرف الشخص أو اسمه
help-import = قراءة التعاونيات من جدول XLSX أو CSV
help-arg-file = الملف
help-arg-map = تحديد حقل عمود؛ والقيمة الفارغة تتركه جانبا؛ يتكرر
help-arg-dry_run = عرض ما سيحدث دون فعل شيء
help-sync = تبادل كل شيء مع المجلد المركزي
help-arg-central = الملف المركزي أو مجلده؛ يُحفظ للمرة القادمة
help-publish = نشر الملف المركزي دون انتظار
help-fsck = الحكم على سلامة مجلد مركزي دون كتابة شيء
help-arg-path = الملف المركزي أو مجلده
help-heal = إعادة ما فقده مجلد مركزي دون إتلاف أي شيء
help-rebuild = إعادة بناء الجداول من السجل
help-call = استدعاء أمر من أوامر التطبيق باسمه
help-arg-name = اسم الأمر
help-arg-argument = ما ينتظره الأمر بصيغة JSON
help-bench = القياس، سطر JSON لكل قياس
help-bench-save = حفظ متتال لبطاقة، كل مرة على القرص
help-bench-merge = دمج ملفات مختومة من عدة حواسيب
help-arg-size = العدد (500)
help-arg-keep = ترك مجلد البيانات هنا
help-arg-input = تغييرات، واحد في كل سطر JSON
help-examples-mourafaka =
    أمثلة:
    {"  "}mourafaka demo D   # برنامج خيالي في D وعبارة السر «demonstration»
    {"  "}mourafaka --data D/coordinator status
    {"  "}mourafaka --data D/coach-1 list visit
    {"  "}mourafaka --data D/coach-1 sync D/central
    {"  "}mourafaka fsck D/central
help-examples-demo =
    أمثلة:
    {"  "}mourafaka demo D
    {"  "}mourafaka demo D --cooperatives 4 --coaches 2 --months 2 --seed 7   # صغير وسريع
help-examples-init =
    أمثلة:
    {"  "}mourafaka --data moi init --programme 'Mourafaka Souss-Massa' --person 'Khadija' --central E:/central --paper-key-out cle.txt --coach 'Amina=E:/amina'
help-examples-list =
    أمثلة:
    {"  "}mourafaka --data D/coordinator list visit --where cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f
    {"  "}mourafaka --data D/coordinator list cooperative --where sector=argan --where phone=   # تعاونيات الأركان دون هاتف
help-examples-new =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 new visit cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f coach=01938662-2fd0-739f-a078-27d731cdfdcd planned_on=2026-12-01 purpose='Tenue des registres' days=0.5
    {"  "}mourafaka --data D/coach-1 new cooperative name_fr='Tifaouine' name_ar='تيفاوين' sector=argan capital_subscribed=1250050   # 12 500,50 درهما بالسنتيم
help-examples-set =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 set cooperative 0193d3d8 phone=0612345678 members_women=12
    {"  "}mourafaka --data D/coach-1 set cooperative Tifaouine languages='["fr","ar"]' douar=   # لغتان؛ ويُفرغ الدوار
help-examples-resolve =
    أمثلة:
    {"  "}mourafaka --data D/coordinator conflicts
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --take 2 --note 'Vérifié sur place'
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --value 0600000903
help-examples-import =
    أمثلة:
    {"  "}mourafaka --data D/coordinator import cooperative liste.xlsx --dry-run
    {"  "}mourafaka --data D/coordinator import cooperative liste.csv --map 'Dénomination=name_fr' --map 'Observations='
help-examples-sync =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 sync E:/central   # مرة واحدة؛ يُحفظ
    {"  "}mourafaka --data D/coach-1 sync --dry-run
    {"  "}mourafaka --data D/coach-1 sync
help-examples-call =
    أمثلة:
    {"  "}mourafaka --data D/coordinator call central_key   # مفتاح الملف المركزي من أجل sqlcipher
    {"  "}mourafaka --data D/coordinator call show '{"{"}"kind":"cooperative","id":"0193d3d8"{"}"}'
help-bench-form = استمارة: قراءة وفتح وملء
help-bench-screens = ما تطلبه كل شاشة من النافذة، مقيسا على مجلد بيانات: أول مرة ثم بعدها
help-arg-bench-screens-on = يوم من الأسبوع والشهر اللذين تعرضهما الأجندة، بصيغة YYYY-MM-DD (اليوم)
help-form = الاستمارات: التحقق والتجربة والنشر والطباعة
help-form-check = يذكر كل خطأ أو شك في المصنف، في خليته
help-arg-form-check-file = مصنف XLSForm ‏(.xlsx أو .xls)
help-arg-media = مجلد الملفات التي تسميها الاستمارة (csv، صور)
help-form-run = الإجابة عن استمارة خطوة بخطوة دون حفظ أي شيء
help-arg-form-run-file = مصنف XLSForm
help-arg-answers = الأجوبة خطوة بخطوة، بصيغة JSON
help-arg-labels = مع العناوين
help-arg-timings = مع المدد
help-arg-reference = مثل المحرك المرجعي حيث يخالف وثائق ODK
help-form-publish = إتاحة استمارة للبرنامج
help-arg-form-publish-file = مصنف، أو اسم استمارة مرفقة بالتطبيق
help-arg-purpose = diagnostic أو visit_plan أو visit_report أو monitoring أو exit أو other؛ وإلا فما يقوله المصنف
help-form-print = استمارة على شكل نص، للقراءة أو للملء على الورق
help-arg-form-print-file = مصنف، أو معرف استمارة منشورة
help-arg-blank = دون أجوبة
help-arg-form-print-entry = بأجوبة هذا الإدخال
help-entry = التشخيصات والزيارات والبطاقات الفصلية: الملء والإنهاء والمراجعة
help-entry-new = بدء إدخال
help-arg-form = الاستمارة: المعرف أو form_id أو العنوان أو الغرض
help-arg-visit = الزيارة التي ينتمي إليها
help-entry-set = الإجابة عن أسئلة
help-arg-entry = الإدخال: معرفه أو بدايته
help-arg-entry-set-answers = السؤال (اسمه أو مساره) والجواب؛ الفارغ يمحو؛ تفصل مسافة بين عدة اختيارات
help-arg-comment = تعليق بجانب جواب
help-arg-source = مصدر الجواب: seen (وثيقة معاينة) أو declared (تصريح) أو estimated (تقدير)
help-arg-not_applicable = لا ينطبق، مع السبب؛ الفارغ يزيل العلامة
help-arg-evidence = مرفق يثبت ذلك
help-arg-detach = يزيل مرفقا من إجابة؛ ويُحذف إن لم تذكره أي إجابة أخرى في الاستمارة
help-arg-add = يضيف سطرا إلى مجموعة متكررة
help-arg-moved = يضع السطر N من مجموعة متكررة في موضع آخر، بدءا من 1
help-arg-remove = يزيل السطر N من مجموعة متكررة
help-entry-show = الأسئلة والأجوبة والحالة والملاحظات
help-arg-missing = ما ينقص بعد فقط
help-arg-entry-show-question = هذا السؤال فقط، بكل خياراته
help-entry-finalise = ختم الأجوبة وتسليمها للتنسيق
help-entry-reopen = استئناف إدخال منته
help-arg-reason = السبب
help-entry-move = نقل مسودة إلى نسخة أخرى من استمارتها
help-arg-entry-move-version = النسخة، أو معرف الاستمارة
help-entry-return = إرجاع مع ملاحظات على أجوبة
help-arg-remarks = السؤال والملاحظة؛ يمكن التكرار
help-entry-validate = المصادقة
help-entry-close = إغلاق نهائي
help-score = عرض نتيجة تشخيص، وما تغير منذ تشخيص آخر
help-arg-against = تشخيص سابق للتعاونية نفسها
help-suggest = اقتراح نقاط القوة والضعف والإجراءات انطلاقا من تشخيص
help-export = إعطاء الإدخالات لأدوات أخرى
help-arg-dest = مجلد الملفات؛ لا يستبدل فيه أي ملف
help-arg-format = odk (نسخ XForm) أو csv (كما في ODK Central) أو json
help-arg-export-entry = إدخال واحد
help-arg-export-form = كل إدخالات استمارة
help-arg-anonymous = دون أجوبة الأسئلة الشخصية
help-arg-split = عمود لكل اختيار في الأسئلة متعددة الأجوبة (csv)
help-examples-form-check =
    أمثلة:
    {"  "}mourafaka form check my-form.xlsx
    {"  "}mourafaka form check my-form.xlsx --media folder --json
help-examples-form-publish =
    أمثلة:
    {"  "}mourafaka --data D/coordinator form publish diagnostic
    {"  "}mourafaka --data D/coordinator form publish survey.xlsx --purpose other
help-examples-entry-new =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 entry new diagnostic --cooperative Tifaouine
help-examples-entry-set =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 ga_regularity=2 organ_functioning=3
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --source ga_regularity=seen --comment 'ga_regularity=محضر 12 مارس'
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --not-applicable 'hygiene_plan=لا يوجد تحويل'
help-examples-entry-return =
    أمثلة:
    {"  "}mourafaka --data D/coordinator entry return 0193d3d8 --remark 'ga_regularity=يرجى إرفاق المحضر' --note 'نقطة للمراجعة'
help-examples-entry-move =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 entry move 0193d3d8 --version 2027010101 --dry-run
help-examples-score =
    أمثلة:
    {"  "}mourafaka --data D/coach-1 score 0193d3d8 --against 01938662
help-examples-export =
    أمثلة:
    {"  "}mourafaka --data D/coordinator export out --format csv --form diagnostic
    {"  "}mourafaka --data D/coordinator export out --format odk --entry 0193d3d8
help-tasks = بطاقات حذفها شخص وعدلها آخر
help-tasks-keep = الاحتفاظ بالبطاقة
help-tasks-drop = تركها محذوفة
help-backup = حفظ كل ما في هذا الحاسوب مشفرا في ملف واحد
help-arg-backup-dest = الملف المراد إنشاؤه أو المجلد الذي يوضع فيه
help-restore = إعادة مجلد المعطيات من نسخة احتياطية
help-prove = التحقق من نسخة احتياطية: استعادتها جانبا وقراءتها كلها ومقارنتها
help-arg-src = النسخة الاحتياطية
