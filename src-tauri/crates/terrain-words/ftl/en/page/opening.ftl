# Before opening.
opening-passphrase = Passphrase
opening-open = Open
