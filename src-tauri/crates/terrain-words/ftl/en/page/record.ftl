# Values of a record.
record-yes = yes
record-no = no
record-dirhams = { $amount } MAD
