# Pièces communes de la fenêtre.
kit-passphrase-show = Afficher la phrase secrète
kit-passphrase-hide = Masquer la phrase secrète
kit-passphrase-capitals = La touche Verr. Maj est active.
kit-notice-info = Information :
kit-notice-attention = Attention :
kit-notice-error = Erreur :
kit-close = Fermer
kit-loading = Lecture en cours…
words-just-now = à l'instant
words-comma = ,{" "}
