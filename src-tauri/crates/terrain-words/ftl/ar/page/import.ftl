# قراءة جدول التعاونيات.
import-title = قراءة جدول التعاونيات
import-lead = ملف Excel أو CSV، تعاونية في كل سطر. لا يُحفظ شيء قبل موافقتكم.
import-back = العودة إلى التعاونيات
import-pick = اختيار ملف
import-pick-title = اختاروا الجدول أو اسحبوه إلى هنا
import-pick-hint = تُعرف الأعمدة بعناوينها، بالفرنسية أو العربية أو الإنجليزية. سترون كل سطر: جديد أو معدل أو مطابق أو مرفوض مع السبب، قبل أن يتغير أي شيء.
import-other = ملف آخر
import-take = { $rows ->
    [0] لا شيء للحفظ
    [one] حفظ تعاونية واحدة
    [two] حفظ تعاونيتين
    [few] حفظ { $rows } تعاونيات
   *[other] حفظ { $rows } تعاونية
 }
import-taken = تم الحفظ. الجديدة: { $new }، المعدلة: { $changed }، المرفوضة: { $refused }{ $refused ->
    [0] .
   *[other] ، تُصحح في الملف.
 }
import-undone = أُلغي الحفظ: كل شيء كما كان.
import-undo = إلغاء هذا الحفظ
import-to-list = عرض التعاونيات
import-columns = أعمدة الملف
import-columns-hint = صححوا هنا ما أسيء فهمه
import-column-left-out = متروك
import-province = الإقليم
import-rows = أسطر الملف
import-all = الكل
import-outcome-new = جديدة
import-outcome-changed = معدلة
import-outcome-same = مطابقة
import-outcome-refused = مرفوضة
import-head-row = السطر
import-head-name = التعاونية
import-head-outcome = النتيجة
import-head-about = التفاصيل
import-read-as = قراءة «{ $got }» على أنها «{ $meant }»
import-more = { $more ->
    [one] عرض السطر المتبقي
    [two] عرض السطرين المتبقيين
    [few] عرض البقية: { $more } أسطر
   *[other] عرض البقية: { $more } سطرا
 }
import-no-rows = ليس في هذا الملف سوى العناوين: لا سطر للقراءة. أضيفوا التعاونيات تحت العناوين ثم اختاروه من جديد.
import-drop = ضعوا الجدول هنا
import-too-large = الملف «{ $name }» كبير جدا: { $size }، والحد الأقصى { $max }. احذفوا الصور والأوراق غير اللازمة أو قسموه.
import-resembles = تشبه «{ $name }» الموجودة في اللائحة: هل هي نفسها؟ بعد الحفظ يمكن دمج البطاقتين.
import-resembles-row = تشبه السطر { $row }، «{ $name }»: هل هي نفسها؟
import-row-new = جديدة
import-row-changed = معدلة
import-row-same = مطابقة
import-row-refused = مرفوضة
import-reason-province = «{ $got }» ليس إقليما أو عمالة في الجهة
import-reason-sector = «{ $got }» ليس قطاعا معروفا
import-reason-date = «{ $got }» ليس تاريخا (يوم/شهر/سنة)
import-reason-number = «{ $got }» ليس عددا
import-reason-option = «{ $got }» ليس خيارا معروفا
import-reason-error = الخلية تحتوي على خطأ حساب ({ $got })
import-reason-name = الاسم ناقص
import-reason-twice = التعاونية نفسها موجودة في السطر { $got }
import-reason-ambiguous = عدة تعاونيات تحمل هذا الاسم: أضيفوا ICE أو رقم السجل
import-reason-text = «{ $got }» لا يصلح هنا
import-reason-too-long = النص طويل جدا: 10 000 حرف على الأكثر
import-reason-control = يحتوي النص على حرف تحكم
