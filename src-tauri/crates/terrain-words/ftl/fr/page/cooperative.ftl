# La page d'une coopérative.
cooperative-again = Réessayer
cooperative-back = Retour
cooperative-tabs = Parties du dossier
cooperative-tab-overview = Vue d'ensemble
cooperative-tab-plan = Plan
cooperative-members = { $members ->
    [one] { $members } membre
   *[other] { $members } membres
 }
cooperative-members-women = { $members ->
    [one] { $members } membre
   *[other] { $members } membres
 }, dont { $women ->
    [0] aucune femme
    [one] { $women } femme
   *[other] { $women } femmes
 }
cooperative-stage-applied = candidature déposée
cooperative-stage-selected = sélectionnée, pas encore inscrite
cooperative-stage-reserve = en liste d'attente
cooperative-stage-refused = non retenue
cooperative-stage-suspended = accompagnement suspendu
cooperative-stage-graduated = accompagnement terminé
cooperative-stage-withdrawn = s'est retirée
cooperative-stage-struck_off = radiée du programme
cooperative-nothing = –
cooperative-to = puis

# Le diagnostic, au début et maintenant.
cooperative-diagnostic = Diagnostic stratégique
cooperative-diagnostic-none = Pas encore de diagnostic
cooperative-diagnostic-none-hint = Le diagnostic stratégique ouvre l'accompagnement : dix axes notés avec la coopérative. Le score et le radar apparaissent ici quand il est terminé.
cooperative-diagnostic-begin = Commencer le diagnostic
cooperative-diagnostic-begun = Diagnostic en cours
cooperative-diagnostic-begun-hint = Le score et le radar apparaissent ici quand il est terminé.
cooperative-diagnostic-continue = Continuer : { $answered } réponses sur { $asked }
cooperative-then = initial, { $when }
cooperative-now = actuel, { $when }
cooperative-head-axis = Axe
cooperative-head-then = Initial
cooperative-head-now = Actuel
cooperative-head-score = Score
cooperative-head-gap = Écart
cooperative-whole = Ensemble
cooperative-moved = Ce qui a changé : { $axis }

# À suivre.
cooperative-follow = À suivre
cooperative-follow-none = Rien n'attend
cooperative-follow-none-hint = Les actions du plan, les documents renvoyés et les remarques de la coordination apparaissent ici.
cooperative-follow-more = { $more ->
    [one] et une autre
   *[other] et { $more } autres
 }
cooperative-whole-plan = Tout le plan
cooperative-late = { $days ->
    [one] en retard d'un jour
   *[other] en retard de { $days } jours
 }
cooperative-due = échéance { $day }
cooperative-due-none = sans échéance
cooperative-done-part = fait à { $part }
cooperative-returned = { $title } : renvoyé
cooperative-remarks = { $remarks ->
    [0] sans remarque : voyez le mot de la coordination
    [one] une remarque de la coordination
   *[other] { $remarks } remarques de la coordination
 }

# Ce qui s'est passé.
cooperative-timeline = Parcours
cooperative-newest = le plus récent d'abord
cooperative-timeline-none = Le parcours commence
cooperative-timeline-none-hint = Visites, diagnostics et étapes de l'accompagnement s'y inscrivent d'eux-mêmes.
cooperative-timeline-all = Montrer les { $all } lignes
cooperative-head-day = Jour
cooperative-head-what = Quoi
cooperative-head-who = Qui
cooperative-head-place = Envoi
cooperative-head-state = État du document
cooperative-under-way = en cours
cooperative-planned = prévue
cooperative-cancelled = annulée : { $why }
cooperative-visit = Visite
cooperative-document = Document
cooperative-line-score = { $title }, { $score }
cooperative-milestone-applied = Candidature déposée
cooperative-milestone-selected = Sélectionnée
cooperative-milestone-reserve = Mise en liste d'attente
cooperative-milestone-refused = Non retenue
cooperative-milestone-enrolled = Inscrite au programme
cooperative-milestone-suspended = Accompagnement suspendu
cooperative-milestone-resumed = Accompagnement repris
cooperative-milestone-graduated = Accompagnement terminé
cooperative-milestone-extended = Accompagnement prolongé
cooperative-milestone-withdrawn = Retirée du programme
cooperative-milestone-struck_off = Radiée du programme
