# Avant d'ouvrir.
opening-passphrase = Phrase secrète
opening-open = Ouvrir
