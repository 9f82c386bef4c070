# Ce qu'il faut savoir avant une visite.
visit-back = Retour
visit-again = Réessayer
visit-no-day = sans date
visit-when = { $day }, de { $from } à { $to }
visit-when-from = { $day }, à { $from }
visit-report-begin = Commencer le compte rendu
visit-report-go-on = Continuer le compte rendu
visit-report-read = Lire le compte rendu
visit-edit = Déplacer ou annuler
visit-cooperative = Ouvrir la coopérative
visit-print = Imprimer
visit-cancelled = Visite annulée : { $reason }
visit-purpose = Objet
visit-venue = Lieu
visit-none = non précisé
visit-members = Membres
visit-coach = Accompagnement
visit-report = Compte rendu
visit-promises-of = Engagements pris le { $day }
visit-promises = Engagements de la dernière visite
visit-promises-none = La dernière visite n'a laissé aucun engagement.
visit-first = Aucune visite précédente avec un compte rendu.
visit-actions = Actions du plan à passer en revue
visit-actions-none = Aucune autre action en retard ou proche.
visit-remarks = Remarques ouvertes de la coordination
visit-remark-open = Ouvrir
visit-prepared = Préparé pour cette visite
visit-people = À rencontrer
visit-people-none = Aucun responsable enregistré : ajoutez-les sur la page de la coopérative.
visit-sealed = nom protégé
visit-documents = Pièces à demander
visit-documents-none = Aucune pièce à demander.
visit-members-count = { $members ->
    [one] { $members }, dont { $women } femme
   *[other] { $members }, dont { $women } femmes
 }
