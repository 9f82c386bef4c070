# قيم البطاقة.
record-yes = نعم
record-no = لا
record-dirhams = { $amount } درهم
