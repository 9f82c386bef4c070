# قطع مشتركة بين الشاشات.
kit-passphrase-show = إظهار عبارة السر
kit-passphrase-hide = إخفاء عبارة السر
kit-passphrase-capitals = مفتاح الأحرف الكبيرة مفعّل.
kit-notice-info = معلومة:
kit-notice-attention = تنبيه:
kit-notice-error = خطأ:
kit-close = إغلاق
kit-loading = جارٍ التحميل…
words-just-now = الآن
words-comma = ،{" "}
