# Ce que dit la fenêtre en dehors de sa page : terminal, boîtes de dialogue du système.
window-help = Mourafaka Terrain : la fenêtre. « --data DOSSIER » ouvre un autre dossier de données. La commande « mourafaka » fait le même travail sans fenêtre.
window-unknown-argument = « { $got } » n'est pas compris. Essayez --help.
window-none = La fenêtre ne peut pas s'ouvrir : { $reason }. Rien n'est perdu ; la commande « mourafaka » fait le même travail sans fenêtre.
window-no-display = ce terminal n'annonce aucun écran (DISPLAY et WAYLAND_DISPLAY sont vides)
pick-central = Choisir le dossier du fichier central
pick-evidence = Choisir une photo ou un document
pick-evidence-kinds = Photos et documents
fault-locked = Le dossier est verrouillé. Ouvrez-le avec votre phrase secrète, puis recommencez.
fault-not-picked = Cet emplacement n'a pas été choisi dans une boîte de dialogue. Choisissez-le, puis recommencez.
fault-demonstration-folder = La démonstration ne peut pas être préparée dans { $path } : { $reason }. Libérez cet emplacement, puis recommencez.
reason-panic = un défaut du programme ; rien de ce qui est enregistré n'est touché
pick-backup = Choisir une sauvegarde
pick-backup-kind = Sauvegardes
pick-backup-folder = Choisir où mettre la sauvegarde
pick-data = Choisir un dossier de données
fault-not-prepared = Il n'y a pas de programme en préparation. Recommencez depuis le début : rien n'a été écrit.
fault-no-data-there = Il n'y a pas de données de cette application dans { $path }. Choisissez le dossier qui contient « replica.mourafaka » et « key » ; rien n'a été changé.
