# Le cadre de la fenêtre : ce qui reste quand l'écran change.
frame-title = Mourafaka Terrain
frame-brand = Terrain
frame-rail = Écrans
frame-today = Aujourd'hui
frame-agenda = Agenda
frame-cooperatives = Coopératives
frame-exchange = Synchronisation
frame-back = Retour aux coopératives
frame-language = Langue
frame-lock = Verrouiller
frame-locking = Verrouillage…
frame-held = Des réponses ne sont pas enregistrées : elles seront perdues si vous quittez cet écran.
frame-held-stay = Rester ici
frame-held-leave = Quitter quand même
frame-demonstration = Démonstration
frame-unsent = { $count ->
    [0] Tout est envoyé
    [one] { $count } modification à envoyer
   *[other] { $count } modifications à envoyer
 }
frame-between = {" "}·{" "}
frame-syncing = Synchronisation en cours
frame-never-synced = jamais synchronisé
frame-settings = Réglages
frame-place-count = { $place } : { $count } à régler
frame-find = Rechercher partout
frame-find-hint = Rechercher…
frame-find-what = Une coopérative, une personne, une saisie, une action…
frame-found-recent = Derniers ouverts
frame-found-people = Personnes
frame-found-entries = Saisies
frame-found-visits = Visites
frame-found-plan = Plans
frame-found-actions = Actions de l'application
frame-go = Aller à : { $place }
frame-larger = Agrandir l'affichage
frame-smaller = Réduire l'affichage
frame-help = Aide du clavier
frame-keys-everywhere = Partout
frame-key-tab = élément suivant ; avec ⇧, le précédent
frame-key-escape = fermer ce qui est ouvert
frame-key-zoom = agrandir, réduire, taille normale
frame-key-section = section précédente, suivante
frame-key-guidance = aide de la question
frame-key-undo = annuler, refaire
frame-keys-off = Les touches seules (chiffres et lettres) sont désactivées : voir Réglages.
frame-role-coach = Accompagnement
frame-role-regional_coordinator = Coordination régionale
frame-role-national_admin = Administration nationale
frame-role-trainer = Formation
frame-role-evaluator = Évaluation
frame-role-none = Sans rôle : lecture seule
frame-disagreements = { $count ->
    [one] { $count } désaccord
   *[other] { $count } désaccords
 }
frame-offered = le fichier central est là : synchroniser
frame-stray-files = Aucun fichier n'a été ajouté : ici, il n'y a rien pour en recevoir. Déposez une preuve sur la question d'une saisie, une liste de coopératives sur « Lire un tableau ».
