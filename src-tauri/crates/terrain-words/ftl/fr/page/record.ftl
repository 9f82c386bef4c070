# Les valeurs d'une fiche.
record-yes = oui
record-no = non
record-dirhams = { $amount } DH
