# Ce qui n'a pas pu se faire : quoi, où, et que faire.
fault-wrong-passphrase = La phrase secrète n'est pas la bonne. Vérifiez la langue du clavier et la touche majuscule, puis recommencez.
fault-weak-passphrase = La phrase secrète est trop courte : il en faut au moins { $min } caractères. Prenez par exemple quatre mots sans rapport entre eux.
fault-passphrase-missing = Aucune phrase secrète n'a été donnée. Tapez-la à la demande, ou utilisez --passphrase-file ou la variable MOURAFAKA_PASSPHRASE.
fault-passphrase-differs = Les deux phrases secrètes ne sont pas les mêmes. Rien n'a été fait : recommencez.
fault-no-data-folder = Il n'y a pas de dossier de données dans { $path }. { $in ->
    [command] Vérifiez --data, ou commencez un programme avec « init ».
   *[window] Choisissez un autre dossier de données, ou commencez un programme.
 }
fault-data-folder-exists = Le dossier { $path } existe déjà et n'est pas vide, ou sert deux fois. Choisissez un autre dossier : rien n'y a été changé.
fault-data-folder-damaged = Le dossier de données { $path } ne peut pas être lu : { $reason }. N'y touchez pas et restaurez une copie ; ce qui a été synchronisé est sur la copie du bureau.
fault-data-folder-busy = Le dossier de données { $path } est utilisé par une autre fenêtre ou une autre commande. Fermez-la et recommencez ; rien n'a été changé.
fault-not-encrypted = Le fichier de données { $path } n'est pas chiffré : il ne vient pas de cette application et n'a pas été ouvert.
fault-newer-format = Ceci a été fait par une version plus récente (format { $found }, cette version connaît { $known }). Mettez l'application à jour ; rien n'a été changé.
fault-laptop-full = Le disque de cet ordinateur est plein ({ $path }) : rien n'a été enregistré. Libérez de la place et recommencez.
fault-laptop-readonly = Il est interdit d'écrire dans { $path } sur cet ordinateur : rien n'a été enregistré. Vérifiez vos droits sur ce dossier et recommencez.
fault-laptop-failed = Sur cet ordinateur, { $path } n'a pas pu être lu ou écrit : { $reason }. Rien n'a été changé ; vérifiez le disque et recommencez.
fault-file-exists = Le fichier { $path } existe déjà : il n'a pas été remplacé. { $in ->
    [command] Choisissez un autre nom.
   *[window] Choisissez un autre dossier, ou déplacez d'abord celui qui s'y trouve.
 }
fault-file-missing = Le fichier { $path } est introuvable. Vérifiez son nom et son dossier.
fault-file-unreadable = Le fichier { $path } ne peut pas être lu : { $reason }.
fault-not-a-file = { $path } n'est pas un fichier. Indiquez le fichier lui-même, pas son dossier.
fault-no-centre = Il n'y a pas de fichier central dans { $path }. Vérifiez que la clé USB ou le partage est branché et que c'est le bon dossier ; rien n'y a été créé. { $in ->
    [command] Si le fichier central est perdu, créez d'abord ce dossier s'il n'est plus là, puis « heal » y refait tout depuis cet ordinateur.
   *[window] Si le fichier central est perdu, « Réparer » y refait tout depuis ce portable ; si le dossier lui-même n'est plus là, recréez-le d'abord.
 }
fault-no-centre-chosen = Aucun dossier central n'a encore été choisi. { $in ->
    [command] Donnez-le une fois : « sync DOSSIER » ; il sera retenu.
   *[window] Choisissez-le une fois à l'écran Synchronisation ; il sera retenu.
 }
fault-several-centres = Il y a plusieurs fichiers centraux dans { $path } : { $names }. Indiquez le dossier qui n'en contient qu'un.
fault-folder-not-empty = Le dossier { $path } n'est pas vide : un programme ne commence que dans un dossier vide. Rien n'y a été changé.
fault-header-missing = Dans { $path }, l'en-tête du programme manque. Si c'est le bon dossier, { $in ->
    [command] la commande « heal » le remet
   *[window] « Réparer » le remet
 } ; rien n'a été changé.
fault-header-bad = Dans { $path }, l'en-tête du programme n'est pas valable : ce dossier n'est pas celui du programme, ou il est abîmé. Rien n'a été lu ni changé. Si c'est le bon dossier, { $in ->
    [command] « heal » le répare.
   *[window] « Réparer » le répare.
 }
fault-other-programme = Le dossier { $path } appartient à un autre programme. Rien n'a été lu ni changé ; vérifiez le dossier.
fault-target-full = Il n'y a plus assez de place dans { $path } : il faut { $needed_mb } Mo, il reste { $free_mb } Mo. Rien n'est perdu ; libérez de la place et recommencez.
fault-target-full-now = Il n'y a plus de place dans { $path }. Rien n'est perdu : votre travail est sur cet ordinateur. Libérez de la place et recommencez.
fault-target-readonly = Il est interdit d'écrire dans { $path }. Vérifiez le verrou de la clé ou vos droits ; votre travail est intact sur cet ordinateur.
fault-target-gone = { $path } n'est plus là. La clé ou le partage a-t-il été débranché ? Rebranchez et recommencez ; rien n'est perdu.
fault-target-failed = { $path } n'a pas pu être lu ou écrit : { $reason }. Rien n'est perdu : vérifiez la clé ou le partage et recommencez.
fault-stopped = Arrêté à votre demande. Rien n'est perdu ; la prochaine synchronisation continuera.
fault-demo-folder = Le dossier { $path } est déjà pris : la démonstration se fait dans un dossier vide ou nouveau. Rien n'y a été changé.
fault-demo-stopped = Arrêté à votre demande : la démonstration inachevée a été retirée.
fault-unknown-kind = « { $got } » n'est pas un genre de fiche connu.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-unknown-field = Le genre « { $kind } » n'a pas de champ « { $got } ».{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-derived-field = Le champ « { $field } » est calculé : il ne s'écrit pas.
fault-unknown-row = Aucune fiche « { $kind } » ne correspond à « { $got } ». { $in ->
    [command] « list { $kind } » les montre.
   *[window] Elle a peut-être été supprimée : revenez à la liste et ouvrez-la de nouveau.
}
fault-other-kind = { $got } n'est pas une fiche « { $kind } » : c'est une fiche « { $other } ».
fault-ambiguous-row = Plusieurs fiches « { $kind } » ({ $count } au moins) correspondent à « { $got } » : donnez davantage de caractères de l'identifiant.
fault-bad-json = « { $got } » n'est pas ce qui est attendu ici : { $reason }.
fault-json-missing = Dans { $got }, il manque « { $name } ».
fault-json-unknown = Dans { $got }, « { $name } » n'est pas attendu.
fault-field-twice = « { $field } » est donné deux fois : gardez une seule valeur.
fault-required-missing = Pour « { $kind } », il manque : { $fields }.
fault-not-allowed = Votre rôle ne permet pas d'écrire « { $kind } » ({ $field }). Demandez à la coordination.
fault-kind-not-adopted = Le genre « { $kind } » est nouveau : la coordination doit d'abord ouvrir la nouvelle version de l'application et synchroniser. Synchronisez ensuite, et recommencez.
fault-undo-nothing = Il n'y a rien à annuler ni à refaire ici.
fault-undo-changed = « { $kind } » ({ $field }) a été modifié depuis : annuler effacerait cette modification. Corrigez plutôt la valeur.
fault-undo-settled = « { $kind } » ({ $field }) était un désaccord que vous avez tranché : choisissez plutôt une autre valeur.
fault-undo-sealed = Un document finalisé ou validé ne s'annule pas : rouvrez-le.
fault-not-your-row = Cette fiche porte le nom d'un autre ordinateur : elle n'est pas acceptée.
fault-certificate-ended = Le certificat de cet ordinateur n'est plus valable : il ne peut plus écrire. Adressez-vous à la coordination.
fault-kind-not-writable = Le genre « { $kind } » ne s'écrit pas à la main : il a ses propres commandes.
fault-only-one = Il y a déjà une fiche « { $kind } » et il n'y en a jamais qu'une : « set » la modifie.
fault-never-changed = Une fiche « { $kind } » ne se modifie ni ne se supprime : elle fait foi. Pour retirer ses droits à un ordinateur, créez une fiche « ending ».
fault-never-deleted = La fiche « { $kind } » ne se supprime pas : tout le reste s'y rattache. « set » la modifie.
fault-personal-key-missing = La clé des données personnelles de cette fiche ({ $row }) n'est pas encore arrivée. Synchronisez, puis recommencez.
fault-unknown-conflict = { $in ->
    [command] Aucun désaccord ouvert ne porte le nom « { $got } ». La commande « conflicts » les montre.
   *[window] Ce désaccord n'est plus ouvert : quelqu'un l'a réglé entre-temps.
 }
fault-unknown-choice = Il n'y a pas de valeur n° { $got } : choisissez de 1 à { $count }.
fault-take-or-value = { $in ->
    [command] Choisissez soit --take N, soit --value JSON.
   *[window] Choisissez une des valeurs proposées, ou écrivez la bonne : l'une ou l'autre. Rien n'a été changé.
}
fault-no-task = Il n'y a rien à décider pour cette fiche ({ $kind }) : quelqu'un l'a déjà fait, ou elle n'a pas été supprimée pendant qu'un autre la modifiait.
fault-task-changed = Une modification est arrivée depuis que cette fiche est affichée. Rien n'a été fait : regardez-la à nouveau, puis décidez.
fault-coordinator-only = Seule la coordination régionale peut faire cela.
fault-unknown-command = « { $got } » n'est pas une commande connue.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-usage-unknown-argument = « { $got } » n'est pas une option de cette commande.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 } « --help » les montre toutes.
fault-usage-missing = Il manque { $argument }. « --help » montre ce que la commande attend.
fault-usage-no-command = Dites ce qu'il faut faire : « mourafaka --help » montre les commandes.
fault-usage-twice = { $argument } ne se donne qu'une fois.
fault-usage-not-text = Un des mots tapés n'est pas du texte lisible (UTF-8). Retapez-le, ou renommez le fichier.
fault-usage-pair = « { $got } » : on attend { $argument }, un nom, le signe = et une valeur, par exemple planned_on=2026-12-01.
fault-usage-no-value = Il manque la valeur de { $argument }.
fault-usage-bad-value = « { $got } » ne convient pas pour { $argument }. « --help » montre ce que la commande attend.
fault-usage-other = La commande n'a pas été comprise ({ $argument }). « --help » montre ce qu'elle attend.
fault-usage-range = { $argument } { $got } : il faut un nombre de { $min } à { $max }.
fault-usage-language = « { $got } » n'est pas une langue de l'application. Choisissez fr, ar, zgh ou en.
fault-defect = Défaut de l'application : { $reason }. Vos données enregistrées sont intactes ; signalez-le à la coordination.
fault-sheet-unreadable = Le fichier { $path } ne peut pas être lu comme un tableau : il est abîmé, ou ce n'est ni un .xlsx ni un .csv. Ouvrez-le dans votre tableur et enregistrez-le à nouveau.
fault-sheet-too-large = Le fichier { $path } est trop grand : { $size_mb } Mo, au plus { $max_mb } Mo. Retirez les images et les feuilles inutiles, ou découpez-le.
fault-sheet-too-many-cells = Dans { $path }, la feuille « { $sheet } » est trop grande : au plus 100 000 lignes et 300 colonnes. Supprimez les lignes et les colonnes inutiles, ou découpez le fichier.
fault-sheet-cell-too-long = Dans { $path }, la cellule { $cell } contient un texte démesuré. Raccourcissez-le et recommencez.
fault-sheet-bomb = Le fichier { $path } se déplie en bien plus qu'un vrai tableau : il n'a pas été ouvert. Ne l'utilisez pas si vous ne savez pas d'où il vient.
fault-sheet-empty = Le fichier { $path } est vide.
fault-sheet-old-format = Le fichier { $path } est au format d'Excel d'avant 2007 (.xls), ou protégé par un mot de passe. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx sans mot de passe.
fault-import-no-header = Aucune ligne de titres n'a été reconnue dans { $path }. Une des vingt premières lignes doit nommer les colonnes, par exemple « Nom », « Province », « Secteur ». { $in ->
    [command] --map COLONNE=CHAMP en fait reconnaître d'autres.
   *[window] Écrivez ces titres dans le fichier, enregistrez-le, puis choisissez-le à nouveau.
 }
fault-import-unknown-column = La ligne de titres du fichier n'a pas de colonne « { $got } ». Recopiez le titre tel qu'il est écrit dans le fichier.
fault-import-kind = L'import ne connaît pas encore le genre « { $kind } ». Il connaît : cooperative.
refusal-of-field = { $field } : { $said }
refusal-wrong-type = on attend { $expected }, on a reçu { $got }.
refusal-unknown-option = « { $got } » n'est pas une option.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 } Options : { $options }.
refusal-bad-date = « { $got } » n'est pas un jour du calendrier (aaaa-mm-jj).
refusal-bad-time = « { $got } » n'est pas une heure (hh:mm).
fault-page-key = La fenêtre a voulu retenir quelque chose sous un nom qu'on n'accepte pas : { $got }. Sont permis les lettres sans accent, les chiffres et . _ / : - [ ], { $max } caractères au plus.
fault-page-value = La fenêtre a voulu retenir un texte trop long sous { $key } : { $length } octets, au plus { $max }.
refusal-too-long = { $length } caractères, au plus { $max }.
refusal-control-character = le texte contient un caractère de contrôle. Retapez-le sans copier-coller.
refusal-out-of-range = { $got } est hors des limites.
refusal-bad-id = « { $got } » n'est pas un identifiant. « list » et « search » les montrent.
refusal-bad-hash = « { $got } » n'est pas une empreinte.
refusal-bad-place = ce n'est pas un lieu : lat de -90 à 90, lon de -180 à 180.
reason-denied = vous n'en avez pas le droit
reason-read-only = l'écriture y est interdite
reason-not-a-folder = ce n'est pas un dossier
reason-is-a-folder = c'est un dossier
reason-name-too-long = le nom est trop long ou interdit
reason-missing = il n'est plus là
reason-full = il n'y a plus de place
reason-busy = il est utilisé ailleurs
reason-exists = un fichier y porte déjà ce nom
reason-too-large = le système refuse un fichier aussi grand
reason-network = le partage ne répond plus
reason-not-text = ce n'est pas du texte (UTF-8)
reason-disk = le disque a signalé une erreur
reason-read-back = ce qui a été écrit ne se relit pas
reason-key-file = le fichier « key » est abîmé
reason-key = il ne s'ouvre pas avec la clé de ce dossier
reason-damaged = il est abîmé ou incomplet
reason-json-syntax = ce n'est pas du JSON
reason-json-shape = ce n'est pas la forme attendue
type-text = du texte
type-date = une date
type-time = une heure
type-instant = un instant
type-int = un nombre entier
type-dec = un nombre
type-bool = vrai ou faux
type-money = un montant en centimes
type-place = un lieu
type-one = une option
type-many = une liste d'options
type-ref = un identifiant
type-many-ref = une liste d'identifiants
type-hash = une empreinte
type-many-hash = une liste d'empreintes
type-event = un événement
fault-file-too-large = Le fichier { $path } est trop grand : { $size_mb } Mo, au plus { $max_mb } Mo.
fault-form-refused = Le formulaire { $path } est refusé : { $count } erreur(s). La première ({ $place }) : { $said } { $in ->
    [command] « form check » les montre toutes.
   *[window] Corrigez le classeur, puis choisissez-le de nouveau.
}
fault-unknown-purpose = « { $got } » n'est pas un usage connu. Usages : { $options }. { $hint ->
    [none] {""}
   *[other] Vouliez-vous dire « { $hint } » ?
}
fault-unknown-form = Aucun formulaire publié ne s'appelle « { $got } ». Publiés : { $options }. { $hint ->
    [none] « list form » les montre.
   *[other] Vouliez-vous dire « { $hint } » ?
}
fault-form-not-here = Le classeur de « { $title } » n'est pas encore arrivé sur cet ordinateur. { $in ->
    [command] « sync » le recevra.
   *[window] La prochaine synchronisation l'apportera.
 }
fault-form-not-readable = Cette version de l'application ne sait pas lire « { $title } ». Mettez-la à jour.
fault-form-not-scored = « { $title } » n'est pas noté.
fault-unknown-question = Aucune question ne s'appelle « { $got } » ici. { $hint ->
    [none] « entry show » les montre.
   *[other] Vouliez-vous dire « { $hint } » ?
}
fault-ambiguous-question = Plusieurs questions s'appellent « { $got } » : dites laquelle ({ $paths }).
fault-entry-sealed = Cette saisie est scellée ({ $state }). { $in ->
    [command] « entry reopen » la reprend, avec une raison.
   *[window] Rouvrez-la, avec une raison, pour la modifier.
 }
fault-entry-incomplete = { $count } réponse(s) manquent ou sont à corriger : { $questions }. { $in ->
    [command] « entry show --missing » les montre.
   *[window] Elles sont marquées dans le formulaire.
 }
fault-entry-disagreement = Un désaccord est ouvert sur { $questions } : réglez-le avant de finaliser { $in ->
    [command] (« conflicts »).
   *[window] (écran Désaccords).
 }
fault-entry-act = Cet acte n'est pas possible maintenant. { $why }
fault-not-applicable-blocking = « { $question } » est une question bloquante : elle ne peut pas être sans objet.
fault-other-cooperative = « { $got } » est la saisie d'une autre coopérative.
fault-other-form = « { $got } » est un autre formulaire que « { $form } ».
fault-answers-unreadable = Le fichier de réponses { $path } ne se lit pas, ligne { $line }, colonne { $column } : ce doit être du JSON avec « steps ».
fault-reason-missing = Il faut un texte : dites pourquoi.
fault-nothing-answered = { $in ->
    [command] Rien à enregistrer : donnez au moins une réponse, QUESTION=RÉPONSE. « entry show --missing » montre les questions.
   *[window] Rien à enregistrer : répondez d'abord à une question.
}
fault-export-what = Dites quoi exporter : une saisie ou un formulaire.
fault-backup-none = { $path } n'est pas une sauvegarde de cette application. Choisissez le fichier dont le nom finit par « .mourafaka-backup ».
fault-backup-damaged = La sauvegarde { $path } est abîmée : elle n'est plus telle qu'elle a été écrite. Rien n'a été changé ; prenez-en une autre, ou refaites-en une.
fault-backup-other = La sauvegarde { $path } n'est pas celle de ce dossier de données : elle ne s'ouvre pas avec sa clé. Rien n'a été changé.
fault-backup-inside = { $path } est dans le dossier de données lui-même : une sauvegarde n'y servirait à rien. Choisissez une clé USB ou un autre disque.
fault-backup-too-large = Les données de cet ordinateur ({ $size_mb } Mo) dépassent ce qu'une sauvegarde peut contenir. Rien n'a été écrit.
fault-backup-stopped = Arrêté à votre demande : il ne reste rien de ce qui était commencé, et rien n'a été changé.
fault-visit-cancelled = Cette visite est annulée : elle n'a pas de compte rendu. Effacez le motif d'annulation si elle a eu lieu.
fault-join-itself = C'est deux fois la même fiche. Rien n'a changé ; choisissez deux fiches différentes.
fault-not-joined = Cette fiche n'est réunie à aucune autre : il n'y a rien à séparer.
fault-not-suggested = « { $got } » n'est pas une action que le dernier diagnostic terminé propose à cette coopérative. Rien n'a été changé.
fault-refusal-without-reason = Un refus demande une raison, en quelques mots : elle sera relue au prochain diagnostic. Rien n'a été noté.
