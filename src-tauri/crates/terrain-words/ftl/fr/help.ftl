help-heading-usage = Utilisation :
help-value-command = COMMANDE
help-heading-commands = Commandes{"\u00A0"}
help-heading-arguments = À donner{"\u00A0"}
help-heading-options = Options{"\u00A0"}
help-arg-help = Cette aide
help-arg-version = La version de l'application
help-arg-data = Dossier de données : une personne sur un ordinateur
help-arg-passphrase_file = Fichier dont la première ligne est la phrase secrète ; sinon la variable MOURAFAKA_PASSPHRASE, sinon on la demande
help-arg-lang = fr, ar, zgh ou en ; sinon la langue de la machine, sinon le français
help-arg-json = Un seul document JSON sur la sortie, et rien d'autre
help-arg-quiet = Sans avancement ni conseils
help-mourafaka = Mourafaka Terrain : accompagner des coopératives sans réseau. Fiches, synchronisation, fichier central.
help-demo = Construire un programme fictif complet, pour essayer
help-arg-dir = Dossier vide ou nouveau
help-arg-cooperatives = Nombre de coopératives (33)
help-arg-coaches = Nombre d'accompagnateurs (4)
help-arg-months = Mois de travail (24)
help-arg-seed = Graine : la même donne le même contenu (1)
help-arg-start = Premier jour du programme, AAAA-MM-JJ (2024-12-02)
help-init = Commencer un programme : dossiers de données, dossier central, clé papier
help-arg-programme = Nom du programme
help-arg-init-person = Nom de la coordinatrice ou du coordinateur
help-arg-init-central = Dossier central, vide ou nouveau
help-arg-paper_key_out = Fichier pour la clé papier, à imprimer puis à effacer
help-arg-init-coaches = Nom et dossier de données d'un accompagnateur ; se répète ; même phrase secrète
help-status = Qui suis-je, qu'est-ce qui attend, tout va-t-il bien
help-list = Montrer les fiches d'un genre
help-arg-kind = Genre : cooperative, visit, officer, person, assignment, setting, programme…
help-arg-filters = Seulement celles dont le champ a cette valeur ; vide, celles où il est vide ; se répète
help-show = Montrer une fiche
help-arg-id = Identifiant, son début, ou le nom d'une coopérative ou d'une personne
help-search = Chercher partout, avec ou sans accents, hamza ni voyelles
help-arg-text = Mots, ou débuts de mots
help-set = Modifier des champs d'une fiche
help-new = Créer une fiche
help-arg-fields = Champ et valeur ; vide, le champ se vide ; se répète
help-delete = Supprimer une fiche ; ce que d'autres ont écrit sans le savoir la garde
help-undo = Annuler ce qui a été fait en dernier sur cet ordinateur
help-redo = Refaire ce qui a été annulé en dernier
help-history = Qui a changé quoi, et quand
help-conflicts = Montrer les désaccords ouverts
help-resolve = Régler un désaccord
help-arg-conflict = Son nom, tel que « conflicts » le montre
help-arg-take = Garder la valeur de ce numéro
help-arg-value = Écrire une autre valeur
help-arg-note = Pourquoi
help-assign = Confier une coopérative à une personne
help-arg-cooperative = Identifiant ou nom de la coopérative
help-arg-person = Identifiant ou nom de la personne
help-import = Lire des coopératives dans un tableau XLSX ou CSV
help-arg-file = Fichier
help-arg-map = Dire quel champ est une colonne ; vide, elle est laissée de côté ; se répète
help-arg-dry_run = Montrer ce qui se passerait, sans rien faire
help-sync = Tout échanger avec le dossier central
help-arg-central = Le fichier central ou son dossier ; retenu pour la fois suivante
help-publish = Publier le fichier central sans attendre
help-fsck = Dire si un dossier central est sain, sans rien écrire
help-arg-path = Le fichier central ou son dossier
help-heal = Remettre ce qu'un dossier central a perdu, sans jamais rien détruire
help-rebuild = Refaire les tables depuis le journal
help-call = Appeler une commande de l'application par son nom
help-arg-name = Nom de la commande
help-arg-argument = Ce qu'elle attend, en JSON
help-bench = Mesurer, une ligne JSON par mesure
help-bench-save = Enregistrements successifs d'une fiche, chacun sur le disque
help-bench-merge = Fusion de fichiers scellés de plusieurs ordinateurs
help-arg-size = Combien (500)
help-arg-keep = Laisser le dossier de données ici
help-arg-input = Modifications, une par ligne en JSON
help-examples-mourafaka =
    Exemples :
    {"  "}mourafaka demo D   # un programme fictif dans D, phrase secrète « demonstration »
    {"  "}mourafaka --data D/coordinator status
    {"  "}mourafaka --data D/coach-1 list visit
    {"  "}mourafaka --data D/coach-1 sync D/central
    {"  "}mourafaka fsck D/central
help-examples-demo =
    Exemples :
    {"  "}mourafaka demo D
    {"  "}mourafaka demo D --cooperatives 4 --coaches 2 --months 2 --seed 7   # petit et rapide
help-examples-init =
    Exemples :
    {"  "}mourafaka --data moi init --programme 'Mourafaka Souss-Massa' --person 'Khadija' --central E:/central --paper-key-out cle.txt --coach 'Amina=E:/amina'
help-examples-list =
    Exemples :
    {"  "}mourafaka --data D/coordinator list visit --where cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f
    {"  "}mourafaka --data D/coordinator list cooperative --where sector=argan --where phone=   # celles de l'argan sans téléphone
help-examples-new =
    Exemples :
    {"  "}mourafaka --data D/coach-1 new visit cooperative=0193d3d8-7a80-761c-9aef-4eb186b3d72f coach=01938662-2fd0-739f-a078-27d731cdfdcd planned_on=2026-12-01 purpose='Tenue des registres' days=0.5
    {"  "}mourafaka --data D/coach-1 new cooperative name_fr='Tifaouine' name_ar='تيفاوين' sector=argan capital_subscribed=1250050   # 12 500,50 DH, en centimes
help-examples-set =
    Exemples :
    {"  "}mourafaka --data D/coach-1 set cooperative 0193d3d8 phone=0612345678 members_women=12
    {"  "}mourafaka --data D/coach-1 set cooperative Tifaouine languages='["fr","ar"]' douar=   # deux langues ; le douar se vide
help-examples-resolve =
    Exemples :
    {"  "}mourafaka --data D/coordinator conflicts
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --take 2 --note 'Vérifié sur place'
    {"  "}mourafaka --data D/coordinator resolve 01938662-5eb0-739f-a078-27d4b4b46efe.phone --value 0600000903
help-examples-import =
    Exemples :
    {"  "}mourafaka --data D/coordinator import cooperative liste.xlsx --dry-run
    {"  "}mourafaka --data D/coordinator import cooperative liste.csv --map 'Dénomination=name_fr' --map 'Observations='
help-examples-sync =
    Exemples :
    {"  "}mourafaka --data D/coach-1 sync E:/central   # une fois ; retenu
    {"  "}mourafaka --data D/coach-1 sync --dry-run
    {"  "}mourafaka --data D/coach-1 sync
help-examples-call =
    Exemples :
    {"  "}mourafaka --data D/coordinator call central_key   # la clé du fichier central, pour sqlcipher
    {"  "}mourafaka --data D/coordinator call show '{"{"}"kind":"cooperative","id":"0193d3d8"{"}"}'
help-bench-form = Un formulaire : lu, ouvert, rempli
help-bench-screens = Ce que chaque écran de la fenêtre demande, mesuré sur un dossier de données : la première fois, puis les suivantes
help-arg-bench-screens-on = Un jour de la semaine et du mois que montre l'agenda, AAAA-MM-JJ (aujourd'hui)
help-form = Formulaires : vérifier, essayer, publier, imprimer
help-form-check = Dire tout ce qui ne va pas ou reste douteux dans un classeur, à sa cellule
help-arg-form-check-file = Classeur XLSForm (.xlsx ou .xls)
help-arg-media = Dossier des fichiers que le formulaire nomme (csv, images)
help-form-run = Répondre à un formulaire étape par étape, sans rien garder
help-arg-form-run-file = Classeur XLSForm
help-arg-answers = Réponses, étape par étape, en JSON
help-arg-labels = Avec les libellés
help-arg-timings = Avec les durées
help-arg-reference = Comme le moteur de référence là où il s'écarte des documents d'ODK
help-form-publish = Mettre un formulaire à la disposition du programme
help-arg-form-publish-file = Classeur, ou le nom d'un formulaire livré avec l'application
help-arg-purpose = diagnostic, visit_plan, visit_report, monitoring, exit ou other ; sinon ce que dit le classeur
help-form-print = Un formulaire en texte, à lire ou à remplir sur papier
help-arg-form-print-file = Classeur, ou identifiant d'un formulaire publié
help-arg-blank = Sans réponses
help-arg-form-print-entry = Avec les réponses de cette saisie
help-entry = Diagnostics, visites, fiches trimestrielles : remplir, finaliser, relire
help-entry-new = Commencer une saisie
help-arg-form = Formulaire : identifiant, form_id, titre ou usage
help-arg-visit = Visite à laquelle elle appartient
help-entry-set = Répondre à des questions
help-arg-entry = Saisie : son identifiant ou le début
help-arg-entry-set-answers = Question (nom ou chemin) et réponse ; vide, elle efface ; plusieurs choix séparés par une espace
help-arg-comment = Un commentaire à côté d'une réponse
help-arg-source = D'où vient la réponse : seen (document vu), declared (déclaré), estimated (estimé)
help-arg-not_applicable = Sans objet, avec la raison ; vide, elle ôte la marque
help-arg-evidence = Une pièce jointe qui le prouve
help-arg-detach = Retire une pièce jointe d'une réponse ; elle est supprimée si aucune autre réponse de la saisie ne la cite
help-arg-add = Ajoute une ligne à un groupe répété
help-arg-moved = Met la ligne N d'un groupe répété à une autre place, comptée à partir de 1
help-arg-remove = Ôte la ligne N d'un groupe répété
help-entry-show = Questions et réponses, état, remarques
help-arg-missing = Seulement ce qui manque encore
help-arg-entry-show-question = Cette question seulement, avec tous ses choix
help-entry-finalise = Sceller les réponses et les remettre à la coordination
help-entry-reopen = Reprendre une saisie finalisée
help-arg-reason = Pourquoi
help-entry-move = Passer un brouillon à une autre version de son formulaire
help-arg-entry-move-version = Version, ou identifiant du formulaire
help-entry-return = Renvoyer avec des remarques sur des réponses
help-arg-remarks = Question et remarque ; peut se répéter
help-entry-validate = Valider
help-entry-close = Clore définitivement
help-score = Montrer le score d'un diagnostic, et ce qui a bougé depuis un autre
help-arg-against = Un diagnostic antérieur de la même coopérative
help-suggest = Proposer forces, faiblesses et actions d'après un diagnostic
help-export = Donner des saisies à d'autres outils
help-arg-dest = Dossier des fichiers ; aucun n'y est remplacé
help-arg-format = odk (instances XForm), csv (comme ODK Central) ou json
help-arg-export-entry = Une saisie
help-arg-export-form = Toutes les saisies d'un formulaire
help-arg-anonymous = Sans les réponses aux questions personnelles
help-arg-split = Une colonne par choix pour les questions à plusieurs réponses (csv)
help-examples-form-check =
    Exemples :
    {"  "}mourafaka form check mon-formulaire.xlsx
    {"  "}mourafaka form check mon-formulaire.xlsx --media dossier --json
help-examples-form-publish =
    Exemples :
    {"  "}mourafaka --data D/coordinator form publish diagnostic
    {"  "}mourafaka --data D/coordinator form publish enquete.xlsx --purpose other
help-examples-entry-new =
    Exemples :
    {"  "}mourafaka --data D/coach-1 entry new diagnostic --cooperative Tifaouine
help-examples-entry-set =
    Exemples :
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 ga_regularity=2 organ_functioning=3
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --source ga_regularity=seen --comment 'ga_regularity=PV du 12 mars'
    {"  "}mourafaka --data D/coach-1 entry set 0193d3d8 --not-applicable 'hygiene_plan=pas de transformation'
help-examples-entry-return =
    Exemples :
    {"  "}mourafaka --data D/coordinator entry return 0193d3d8 --remark 'ga_regularity=Joindre le PV' --note 'Un point à revoir'
help-examples-entry-move =
    Exemples :
    {"  "}mourafaka --data D/coach-1 entry move 0193d3d8 --version 2027010101 --dry-run
help-examples-score =
    Exemples :
    {"  "}mourafaka --data D/coach-1 score 0193d3d8 --against 01938662
help-examples-export =
    Exemples :
    {"  "}mourafaka --data D/coordinator export sortie --format csv --form diagnostic
    {"  "}mourafaka --data D/coordinator export sortie --format odk --entry 0193d3d8
help-tasks = Fiches supprimées par l'un et modifiées par l'autre
help-tasks-keep = Garder la fiche
help-tasks-drop = La laisser supprimée
help-backup = Sauvegarder tout ce qui est sur cet ordinateur, chiffré, en un fichier
help-arg-backup-dest = Fichier à créer, ou dossier où le mettre
help-restore = Refaire un dossier de données à partir d'une sauvegarde
help-prove = Vérifier une sauvegarde : la restaurer à l'écart, tout relire, comparer
help-arg-src = La sauvegarde
