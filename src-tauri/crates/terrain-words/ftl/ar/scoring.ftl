refusal-map-rule = « { $got } » ليست قاعدة: اكتبوا level أو count أو value.
refusal-map-pair = « { $got } » لا تُقرأ: اكتبوا القيمة=المستوى.
refusal-map-level = « { $got } »: المستوى بين 0 و4.
refusal-map-order = « { $got } »: المنتظر هو { $number }، أو above مرة واحدة في الآخر.
refusal-map-twice = « { $got } » مذكورة مرتين.
refusal-map-empty = القاعدة لا تعطي أي مستوى.
refusal-map-long = القاعدة طويلة جدا: 200 قيمة على الأكثر.
