# Aujourd'hui : les visites du jour, ce qui attend, le prochain pas.
today-lead = { $visits ->
    [0] Aucune visite aujourd'hui.
    [one] Une visite aujourd'hui.
   *[other] { $visits } visites aujourd'hui.
 } { $waiting ->
    [0] Rien d'autre ne presse.
    [one] Un point à suivre.
   *[other] { $waiting } points à suivre.
 }
today-new-visit = Nouvelle visite
today-again = Réessayer
today-now = Il est { $hour }
today-no-hour = sans heure
today-until = à { $hour }
today-members = { $members ->
    [one] { $members } membre, dont { $women } femme
   *[other] { $members } membres, dont { $women } femmes
 }
today-promises-of = Engagements de la visite du { $day }
today-promises = Engagements de la dernière visite
today-no-promises = La dernière visite n'a laissé aucun engagement.
today-first-visit = Première visite avec un compte rendu : les engagements pris aujourd'hui ouvriront la suivante.
today-report-begin = Commencer le compte rendu
today-report-go-on = Continuer le compte rendu
today-brief = Préparer
today-cooperative = Ouvrir la coopérative
today-week = Les jours suivants
today-step = Prochain pas
today-step-returned = Revoir un document renvoyé : { $name }
today-step-returned-why = { $remarks ->
    [0] La coordination a renvoyé ce document.
    [one] La coordination attend votre réponse à une remarque.
   *[other] La coordination attend votre réponse à { $remarks } remarques.
 }
today-step-returned-act = Répondre
today-step-report = Écrire le compte rendu : { $name }
today-step-report-why = { $days ->
    [one] La visite a eu lieu hier et n'a pas de compte rendu finalisé.
   *[other] La visite date d'il y a { $days } jours et n'a pas de compte rendu finalisé.
 }
today-step-overdue = Rappeler un engagement : { $name }
today-step-overdue-why = { $days ->
    [one] « { $what } » est en retard d'un jour.
   *[other] « { $what } » est en retard de { $days } jours.
 }
today-step-unvisited = Prévoir une visite : { $name }
today-step-unvisited-never = Cette coopérative n'a encore reçu aucune visite.
today-step-unvisited-why = { $days ->
    [one] La dernière visite date d'hier, et aucune n'est prévue.
   *[other] La dernière visite date d'il y a { $days } jours, et aucune n'est prévue.
 }
today-step-draft = Finir un brouillon : { $title }, { $name }
today-step-draft-why = { $missing ->
    [0] Rien ne manque : il reste à finaliser.
    [one] Il manque une réponse.
   *[other] Il manque { $missing } réponses.
 }
today-step-draft-act = Reprendre
today-step-send = Envoyer votre travail
today-step-send-why = Plus d'une semaine sans synchronisation : votre travail n'existe que sur cet ordinateur.
today-step-send-act = Synchroniser
today-step-ahead = Préparer la visite : { $name }
today-step-ahead-why = La prochaine visite est prévue le { $day }.
today-step-plan = Prévoir une visite
today-step-plan-why = Aucune visite n'est prévue dans les deux semaines.
today-step-coordinate = Suivre les coopératives et leurs documents
today-step-coordinate-why = Dans la fiche de chacune, dites qui l'accompagne. Les documents finalisés attendent votre avis : la liste les montre.
today-step-none = Aucune coopérative ne vous est confiée
today-step-none-why = La coordination ajoute les coopératives et dit qui accompagne chacune ; elles arrivent chez les autres par la synchronisation.
today-step-none-act = Voir les coopératives
today-step-plan-act = Prévoir une visite
today-follow = À suivre
today-follow-none = Rien à suivre : tout est à jour.
today-follow-returned = { $title } renvoyé, { $name }
today-follow-remarks = { $remarks ->
    [0] sans remarque ouverte
    [one] une remarque
   *[other] { $remarks } remarques
 }
today-follow-report = Compte rendu à écrire, { $name }
today-follow-report-detail = { $days ->
    [one] visite du { $day }, hier
   *[other] visite du { $day }, il y a { $days } jours
 }
today-follow-overdue = { $days ->
    [one] { $name }, en retard d'un jour
   *[other] { $name }, en retard de { $days } jours
 }
today-follow-unvisited = { $name } sans visite prévue
today-follow-unvisited-detail = { $days ->
    [one] dernière visite le { $day }, hier
   *[other] dernière visite le { $day }, il y a { $days } jours
 }
today-follow-unvisited-never = aucune visite encore
today-follow-soon = { $name }, échéance { $day }
today-less = Montrer moins
today-more = { $count ->
    [one] Montrer le suivant
   *[other] Montrer les { $count } suivants
 }
today-others = Voir toutes les coopératives à suivre
today-drafts = Brouillons sur cet ordinateur
today-drafts-none = Aucun brouillon en attente.
today-draft = { $title }, { $name }
today-draft-missing = { $missing ->
    [one] il manque une réponse
   *[other] il manque { $missing } réponses
 }
today-draft-whole = prêt à finaliser
today-days = Mes journées de { $month }
today-days-reports = { $validated ->
    [one] { $validated } compte rendu validé sur { $reports } remis
   *[other] { $validated } comptes rendus validés sur { $reports } remis
 }
