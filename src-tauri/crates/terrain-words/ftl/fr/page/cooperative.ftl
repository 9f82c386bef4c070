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

# Les autres parties du dossier.
cooperative-tab-diagnostics = Diagnostics
cooperative-tab-visits = Visites
cooperative-tab-files = Documents
cooperative-tab-past = Historique
cooperative-visits = Visites
cooperative-diagnostics = Diagnostics
cooperative-diagnostic-new = Nouveau diagnostic
cooperative-head-answers = Réponses
cooperative-answers = { $answered } sur { $asked }
cooperative-compare = Comparer deux diagnostics
cooperative-compare-from = Avant
cooperative-compare-to = Après
cooperative-compare-same = Choisissez deux diagnostics différents.
cooperative-compare-versions = Le questionnaire a changé entre les deux : les réponses d'avant sont notées comme celles d'après.
cooperative-axis-governance = Gouvernance
cooperative-axis-management = Gestion
cooperative-axis-finance = Finance
cooperative-axis-production = Production
cooperative-axis-marketing = Marketing
cooperative-axis-commercialisation = Commercialisation
cooperative-axis-planning_monitoring = Planification
cooperative-axis-social = Social
cooperative-axis-environment = Environnement
cooperative-axis-innovation_territory = Innovation
cooperative-axis-none = { $axis } (–)
cooperative-files = Documents et photos
cooperative-files-none = Aucun document
cooperative-files-none-hint = Les photos et les pièces jointes aux diagnostics et aux visites se retrouvent ici. Vous pouvez aussi joindre les statuts, un reçu, une liste des membres…
cooperative-file-add = Joindre un document
cooperative-file-added = { $name } est joint à la fiche.
cooperative-file-save = Enregistrer sous…
cooperative-file-saved = { $name } est enregistré dans le dossier { $folder }.
cooperative-file-see = Voir { $name }
cooperative-file-own = fiche
cooperative-file-away = pas encore arrivé sur cet ordinateur
cooperative-past = Historique de la fiche
cooperative-past-none = Rien n'a encore changé
cooperative-laptop = ordinateur n° { $number }
cooperative-nobody = une personne inconnue ici
cooperative-clock = horloge douteuse
cooperative-not-accepted = non pris en compte
cooperative-empty = vide
cooperative-put-back = Remettre l'ancienne valeur
cooperative-empty-again = Vider à nouveau
cooperative-put-back-done = { $field } : l'ancienne valeur est remise.

# La fiche, champ par champ.
cooperative-edit = Modifier la fiche
cooperative-edit-lead = Chaque champ est enregistré dès que vous le quittez.
cooperative-saved = enregistré à { $at }
cooperative-new = Nouvelle coopérative
cooperative-new-lead = Commencez par son nom ; le reste se remplit ensuite.
cooperative-make = Créer la fiche
cooperative-done = Voir la fiche
cooperative-undo-last = Annuler la dernière modification
cooperative-group-identity = Identité et lieu
cooperative-group-registration = Immatriculation
cooperative-group-governance = Gouvernance et capital
cooperative-group-members = Membres
cooperative-group-contact = Contact et langues
cooperative-province = Province
cooperative-province-hint = La commune n'est pas demandée : seule la province est connue du logiciel.
cooperative-hint-ice = 15 chiffres
cooperative-hint-phone = Téléphone de la coopérative, pas d'une personne
cooperative-dirham = DH
cooperative-personal = Donnée personnelle : chiffrée à part, effaçable.
cooperative-officers = Responsables
cooperative-officers-hint = noms et téléphones sont des données personnelles
cooperative-officer-new = Nom d'une personne
cooperative-officer-add = Ajouter
cooperative-officer-take = Retirer { $name }
cooperative-officer-gone = La personne est retirée de la fiche.
cooperative-assignment = Accompagnement
cooperative-assignment-hint = Confiée à la personne choisie à partir d'aujourd'hui.
cooperative-assigned = Confiée à { $name } à partir d'aujourd'hui.
cooperative-joined-to = Réunie avec { $name }
cooperative-separate = Séparer
cooperative-separated = Les deux fiches sont à nouveau séparées.
cooperative-disagreements = { $count ->
    [one] Un désaccord est ouvert au sujet de cette coopérative : deux personnes ont écrit deux choses. Ce qui s'affiche est provisoire.
   *[other] { $count } désaccords sont ouverts au sujet de cette coopérative : des personnes ont écrit des choses différentes. Ce qui s'affiche est provisoire.
 }
cooperative-disagreements-see = Comparer et choisir
cooperative-past-fields = { $more ->
    [one] Montrer un autre champ
   *[other] Montrer { $more } autres champs
 }
cooperative-visit-new = Nouvelle visite
cooperative-commune-known = Code de la commune : { $code }. Il est gardé tant que la province reste la même.
