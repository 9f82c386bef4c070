# Pièces communes de la fenêtre.
kit-passphrase-show = Afficher la phrase secrète
kit-passphrase-hide = Masquer la phrase secrète
kit-passphrase-capitals = La touche Verr. Maj est active.
kit-notice-info = Information :
kit-notice-attention = Attention :
kit-notice-error = Erreur :
kit-close = Fermer
kit-loading = Lecture en cours…
kit-number-none = Écrire un nombre, par exemple 12 ou 12,5.
kit-number-whole = Écrire un nombre entier, sans virgule.
kit-number-low = Pas moins de { $min }.
kit-number-high = Pas plus de { $max }.
kit-place-here = ici
kit-place-delivered = livré
kit-place-received = reçu
kit-document-draft = brouillon
kit-document-finalised = finalisé
kit-document-returned = renvoyé
kit-document-validated = validé
kit-document-closed = clos
kit-stage-none = accompagnement pas commencé
kit-stage = mois { $month } sur { $months }
kit-stage-over = les deux ans sont passés
kit-band-none = pas de score
kit-cancel = Annuler
kit-stopping = Arrêt en cours…
kit-none-found = Rien ne correspond. Essayer avec moins de lettres.
kit-more-found = { $count ->
    [one] Encore { $count } : écrire plus de lettres.
   *[other] Encore { $count } : écrire plus de lettres.
 }
kit-date-form = jj/mm/aaaa
kit-date-none = Ce n'est pas une date : écrire par exemple 3/12/2026, ou choisir dans le calendrier.
kit-date-early = Pas avant le { $day }.
kit-date-late = Pas après le { $day }.
kit-clear = Effacer : { $label }
kit-calendar = Calendrier : { $label }
kit-calendar-previous = Mois précédent
kit-calendar-next = Mois suivant
kit-calendar-month = Mois
kit-calendar-year = Année
kit-time-none = Ce n'est pas une heure : écrire par exemple 9:40.
kit-table-find = Filtrer le tableau
kit-table-columns = Choisir les colonnes
kit-table-count = { $shown } sur { $total }
words-just-now = à l'instant
words-comma = ,{" "}
