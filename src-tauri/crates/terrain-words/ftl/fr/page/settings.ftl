# Réglages : la fenêtre telle que la personne la veut, et cet ordinateur.
settings-title = Réglages
settings-lead = Vos choix valent pour vous, sur cet ordinateur, et sont gardés aussitôt.
settings-look = Affichage
settings-theme = Thème
settings-theme-system = Comme l'ordinateur
settings-theme-light = Clair
settings-theme-dark = Sombre
settings-zoom = Taille de l'affichage
settings-zoom-hint = Aussi par les touches Ctrl et + ou −.
settings-motion = Réduire les mouvements
settings-motion-hint = Rien ne glisse ni ne clignote à l'écran.
settings-work = Travail et sécurité
settings-autolock = Verrouillage automatique
settings-autolock-hint = Quand personne ne touche l'ordinateur. Ce qui est écrit reste enregistré.
settings-autolock-never = Jamais
settings-autolock-minutes = { $count ->
    [one] Après { $count } minute
   *[other] Après { $count } minutes
 }
settings-letters = Touches seules
settings-letters-hint = Les chiffres répondent, les lettres ouvrent le commentaire ou la photo. À désactiver si elles partent toutes seules.
settings-laptop = Cet ordinateur
settings-person = Personne
settings-which = Ordinateur
settings-which-only = le seul de cette personne, depuis le { $day }
settings-which-of = n° { $n } sur les { $count } de cette personne, depuis le { $day }
settings-programme = Programme
settings-unsent = À envoyer
settings-synced = Dernière synchronisation
settings-central = Dossier central
settings-central-none = pas encore choisi
settings-health = État
settings-health-good = Tout va bien
settings-health-see = Voir la synchronisation
settings-health-quarantined = { $count ->
    [one] { $count } fichier reçu mis de côté
   *[other] { $count } fichiers reçus mis de côté
 }
settings-health-waiting = { $count ->
    [one] { $count } modification attend une autre, pas encore arrivée
   *[other] { $count } modifications en attendent d'autres, pas encore arrivées
 }
settings-health-conflicts = { $count ->
    [one] { $count } désaccord à régler
   *[other] { $count } désaccords à régler
 }
settings-health-tasks = { $count ->
    [one] { $count } fiche effacée par l'un et modifiée par l'autre
   *[other] { $count } fiches effacées par l'un et modifiées par l'autre
 }
settings-health-forked = { $count ->
    [one] { $count } ordinateur restauré depuis une ancienne copie
   *[other] { $count } ordinateurs restaurés depuis une ancienne copie
 }
settings-health-clock = L'horloge de l'ordinateur est fausse : réglez la date et l'heure.
settings-health-findings = { $count ->
    [one] { $count } fichier du dossier central à vérifier
   *[other] { $count } fichiers du dossier central à vérifier
 }
settings-about = À propos
settings-data-version = version { $n } du dossier de données
settings-about-works = Avec le travail de :
