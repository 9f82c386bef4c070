# قبل الفتح.
opening-passphrase = عبارة السر
opening-open = فتح
