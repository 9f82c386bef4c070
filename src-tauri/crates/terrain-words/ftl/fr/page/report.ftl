# Le compte rendu d'une visite : ce qui a été promis, et ce que le compte rendu apporte.
report-visit = visite { $number }
report-visit-of = visite { $number } sur { $of }
report-visit-beyond = visite { $number }, { $of } prévues
report-promises-from = Repris du compte rendu du { $day } et du plan
report-promises-plan = Repris du plan d'accompagnement
report-promise-kept = tenu
report-promise-partly = en partie
report-promise-dropped = abandonné
report-promise-check = à vérifier
report-promise-not-due = échéance pas encore passée
report-promise-progress = { $progress } %
report-promise-late = { $days ->
    [one] en retard d'un jour
   *[other] en retard de { $days } jours
 }
report-brings = Ce que le compte rendu apporte
report-brings-visit = La visite suivante est prévue le { $day }, si aucune ne l'est déjà ce jour-là.
report-brings-updates = { $count ->
    [one] Une action du plan est mise à jour.
   *[other] { $count } actions du plan sont mises à jour.
 }
report-brings-actions = { $count ->
    [one] Une action s'ajoute au plan.
   *[other] { $count } actions s'ajoutent au plan.
 }
