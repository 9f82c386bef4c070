# La liste des coopératives.
cooperatives-title = Coopératives
cooperatives-about-mine = { $mine ->
    [one] Celle que vous accompagnez, sur { $total } dans la région.
   *[other] Les { $mine } que vous accompagnez, sur { $total } dans la région.
 }
cooperatives-about = { $total ->
    [one] Une coopérative dans la région.
   *[other] { $total } coopératives dans la région.
 }
cooperatives-again = Réessayer
cooperatives-none = Aucune coopérative pour l'instant
cooperatives-none-coach = Elles arrivent du bureau : synchronisez une première fois avec le fichier central.
cooperatives-none-coordinator = Lisez la liste d'un tableau Excel ou CSV, ou créez une première fiche.
cooperatives-none-sync = Aller à la synchronisation
cooperatives-no-match = Rien ne correspond
cooperatives-no-match-hint = Essayez moins de lettres, ou retirez un filtre.
cooperatives-clear = Effacer les filtres
cooperatives-menu-clear = Tout décocher
cooperatives-find-hint = Nom, commune, secteur…
cooperatives-mine = Les miennes
cooperatives-all = Toutes
cooperatives-province = Province
cooperatives-sector = Secteur
cooperatives-head-name = Coopérative
cooperatives-head-sector = Secteur, lieu
cooperatives-head-coach = Suivie par
cooperatives-head-score = Note
cooperatives-head-visit = Dernière visite
cooperatives-head-work = À suivre
cooperatives-never-visited = aucune visite
cooperatives-score-none = pas encore de note
cooperatives-score-provisional = note provisoire : un désaccord est ouvert
cooperatives-work-start = Commencer
cooperatives-work-continue = Continuer
cooperatives-work-resume = Reprendre
cooperatives-work-see = Voir
cooperatives-state-none = pas encore de diagnostic
cooperatives-state-draft = { $answered } réponses sur { $asked }
cooperatives-state-returned = renvoyé avec remarques
cooperatives-state-finalised = finalisé, à valider
cooperatives-state-validated = validé
cooperatives-begin-ask = Commencer un diagnostic pour cette coopérative ?
cooperatives-begin = Oui, commencer
cooperatives-begin-not = Non
cooperatives-stage-listed = inscrite à la liste
cooperatives-stage-applied = candidature
cooperatives-stage-selected = sélectionnée
cooperatives-stage-reserve = liste d'attente
cooperatives-stage-refused = non retenue
cooperatives-stage-suspended = suspendue
cooperatives-stage-graduated = terminée
cooperatives-stage-withdrawn = retirée
cooperatives-stage-struck_off = radiée
cooperatives-stage-accompanied = accompagnée
cooperatives-head-stage = Parcours
cooperatives-month = mois { $month } sur { $months }
cooperatives-stage-over = deux ans passés
cooperatives-by-province = Par province
cooperatives-map-source = © les contributeurs d'OpenStreetMap (ODbL 1.0), via morocco-map
cooperatives-new = Nouvelle coopérative
cooperatives-import = Lire un tableau
cooperatives-nothing = –
cooperatives-twins = { $pairs ->
    [one] Deux fiches semblent être la même coopérative.
   *[other] { $pairs } paires de fiches semblent être chacune une même coopérative.
 }
cooperatives-twins-look = Comparer
cooperatives-twins-title = Une même coopérative ?
cooperatives-twins-hint = Réunies, les deux se lisent comme une seule, avec toutes leurs visites et tous leurs documents ; elles peuvent être séparées à nouveau.
cooperatives-alike-ice = Les deux fiches ont le même ICE.
cooperatives-alike-register = Les deux fiches ont le même numéro de registre.
cooperatives-alike-name = Les deux fiches ont le même nom dans la même province.
cooperatives-alike-nearly_name = Les noms ne diffèrent que d'une lettre.
cooperatives-twins-first = Première fiche
cooperatives-twins-second = Seconde fiche
cooperatives-twins-next = Paire suivante ({ $pairs })
cooperatives-twins-apart = Ce sont deux coopératives
cooperatives-keep-first = Réunir, garder la première
cooperatives-keep-second = Réunir, garder la seconde
cooperatives-joined = Les deux fiches sont réunies.
cooperatives-told-apart = C'est noté : deux coopératives différentes.
cooperatives-step = Étape
cooperatives-follow = À suivre
cooperatives-stage-half-1 = mois 1 à 6
cooperatives-stage-half-2 = mois 7 à 12
cooperatives-stage-half-3 = mois 13 à 18
cooperatives-stage-half-4 = mois 19 à 24
cooperatives-work-returned = Document renvoyé
cooperatives-work-no-report = Compte rendu à faire
cooperatives-work-overdue = { $actions ->
    [one] 1 action en retard
   *[other] { $actions } actions en retard
 }
cooperatives-work-unvisited = Aucune visite prévue
cooperatives-state-visited = visite du { $day }
cooperatives-state-late = { $days ->
    [one] d'un jour
   *[other] jusqu'à { $days } jours
 }
cooperatives-state-unvisited = { $days ->
    [one] la dernière il y a 1 jour
   *[other] la dernière il y a { $days } j
 }
