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
cooperatives-none-coordinator = La liste se lit dans un tableau, pour l'instant en ligne de commande : « mourafaka import cooperative FICHIER ».
cooperatives-none-sync = Aller à la synchronisation
cooperatives-no-match = Rien ne correspond
cooperatives-no-match-hint = Essayez moins de lettres, ou retirez un filtre.
cooperatives-clear = Effacer les filtres
cooperatives-menu-clear = Tout décocher
cooperatives-find = Chercher une coopérative
cooperatives-find-hint = Nom, commune, secteur…
cooperatives-mine = Les miennes
cooperatives-all = Toutes
cooperatives-province = Province
cooperatives-sector = Secteur
cooperatives-shown = { $shown } sur { $total } affichées
cooperatives-head-name = Coopérative
cooperatives-head-sector = Secteur, commune
cooperatives-head-coach = Accompagnement
cooperatives-head-score = Note
cooperatives-head-visit = Dernière visite
cooperatives-head-work = Diagnostic à faire
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
