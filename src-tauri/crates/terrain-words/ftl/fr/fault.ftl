# Ce qui n'a pas pu se faire : quoi, où, et que faire.
fault-wrong-passphrase = La phrase secrète n'est pas la bonne. Vérifiez la langue du clavier et la touche majuscule, puis recommencez.
fault-weak-passphrase = La phrase secrète est trop courte : il en faut au moins { $min } caractères. Prenez par exemple quatre mots sans rapport entre eux.
fault-passphrase-missing = Aucune phrase secrète n'a été donnée. Tapez-la à la demande, ou utilisez --passphrase-file ou la variable MOURAFAKA_PASSPHRASE.
fault-no-data-folder = Il n'y a pas de dossier de données dans { $path }. Vérifiez --data, ou commencez un programme avec « init ».
fault-data-folder-exists = Le dossier { $path } existe déjà et n'est pas vide. Choisissez un autre dossier : rien n'y a été changé.
fault-data-folder-damaged = Le dossier de données { $path } ne peut pas être lu ({ $reason }). N'y touchez pas et restaurez une copie.
fault-data-folder-busy = Le dossier de données est utilisé par une autre fenêtre ou une autre commande. Fermez-la et recommencez.
fault-not-encrypted = Le fichier de données { $path } n'est pas chiffré : il ne vient pas de cette application et n'a pas été ouvert.
fault-newer-format = Ceci a été fait par une version plus récente (format { $found }, cette version connaît { $known }). Mettez l'application à jour ; rien n'a été changé.
fault-laptop-full = Le disque de cet ordinateur est plein : rien n'a été enregistré. Libérez de la place et recommencez.
fault-laptop-failed = Le disque de cet ordinateur a refusé : { $reason }. Rien n'a été changé.
fault-file-exists = Le fichier { $path } existe déjà. Choisissez un autre nom : il n'a pas été remplacé.
fault-file-missing = Le fichier { $path } est introuvable. Vérifiez son nom et son dossier.
fault-no-centre = Il n'y a pas de fichier central dans { $path }. Vérifiez que la clé USB ou le partage est branché et que c'est le bon dossier ; rien n'y a été créé.
fault-no-centre-chosen = Aucun dossier central n'a encore été choisi. Donnez-le une fois : sync CHEMIN.
fault-several-centres = Il y a plusieurs fichiers centraux dans { $path } : { $names }. Indiquez le dossier qui n'en contient qu'un.
fault-folder-not-empty = Le dossier { $path } n'est pas vide : un programme ne commence que dans un dossier vide. Rien n'y a été changé.
fault-header-missing = Dans { $path }, l'en-tête du programme manque. Si c'est le bon dossier, la commande « heal » le remet ; rien n'a été changé.
fault-header-bad = Dans { $path }, l'en-tête du programme n'est pas valable ({ $reason }). Rien n'a été lu ni changé.
fault-other-programme = Le dossier { $path } appartient à un autre programme. Rien n'a été lu ni changé ; vérifiez le dossier.
fault-target-full = Il n'y a plus assez de place dans { $path } : il faut { $needed_mb } Mo, il reste { $free_mb } Mo. Rien n'est perdu ; libérez de la place et synchronisez à nouveau.
fault-target-readonly = Il est interdit d'écrire dans { $path }. Vérifiez le verrou de la clé ou vos droits ; votre travail est intact sur cet ordinateur.
fault-target-gone = { $path } n'est plus là. La clé ou le partage a-t-il été débranché ? Rebranchez et synchronisez à nouveau ; rien n'est perdu.
fault-target-failed = Le dossier central { $path } a refusé : { $reason }. Rien n'est perdu ; synchronisez à nouveau.
fault-stopped = Arrêté à votre demande. Rien n'est perdu ; la prochaine synchronisation continuera.
fault-unknown-kind = « { $got } » n'est pas un genre de fiche connu.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-unknown-field = Le genre « { $kind } » n'a pas de champ « { $got } ».{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-derived-field = Le champ « { $field } » est calculé : il ne s'écrit pas.
fault-unknown-row = Aucune fiche « { $kind } » ne correspond à « { $got } ».
fault-ambiguous-row = { $count } fiches « { $kind } » correspondent à « { $got } » : donnez davantage de caractères.
fault-bad-json = « { $got } » n'est pas une valeur JSON attendue ici ({ $reason }).
fault-required-missing = Pour « { $kind } », il manque : { $fields }.
fault-not-allowed = Votre rôle ne permet pas d'écrire « { $kind } » ({ $field }). Demandez à la coordination.
fault-not-your-row = Cette fiche porte le nom d'un autre ordinateur : elle n'est pas acceptée.
fault-certificate-ended = Le certificat de cet ordinateur n'est plus valable : il ne peut plus écrire. Adressez-vous à la coordination.
fault-kind-not-writable = Le genre « { $kind } » ne s'écrit pas à la main : il a ses propres commandes.
fault-personal-key-missing = La clé des données personnelles de cette fiche ({ $row }) n'est pas encore arrivée. Synchronisez, puis recommencez.
fault-unknown-conflict = Aucun désaccord ouvert ne porte le nom « { $got } ». La commande « conflicts » les montre.
fault-unknown-choice = Il n'y a pas de valeur n° { $got } : choisissez de 1 à { $count }.
fault-take-or-value = Choisissez soit --take N, soit --value JSON.
fault-coordinator-only = Seule la coordination régionale peut faire cela.
fault-unknown-command = « { $got } » n'est pas une commande connue.{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
fault-usage = { $reason }
fault-defect = Défaut de l'application : { $reason }. Vos données enregistrées sont intactes ; signalez-le à la coordination.
fault-sheet-unreadable = Le fichier { $path } ne peut pas être lu comme un tableau : { $reason }.
fault-sheet-too-large = Le fichier { $path } est trop grand ({ $reason }). Découpez-le ou retirez les feuilles inutiles.
fault-import-no-header = Aucune ligne de titres n'a été reconnue dans { $path }. La première ligne doit nommer les colonnes, par exemple « Nom », « Province », « Secteur ».
fault-import-unknown-column = Le fichier n'a pas de colonne « { $got } ».
fault-import-kind = L'import ne connaît pas encore le genre « { $kind } ». Il connaît : cooperative.
refusal-wrong-type = on attend { $expected }, on a reçu { $got }.
refusal-unknown-option = « { $got } » n'est pas une option. Options : { $options }.
refusal-bad-date = « { $got } » n'est pas un jour du calendrier (aaaa-mm-jj).
refusal-bad-time = « { $got } » n'est pas une heure (hh:mm).
refusal-too-long = { $length } caractères, au plus { $max }.
refusal-control-character = le texte contient un caractère de contrôle.
refusal-out-of-range = { $got } est hors des limites.
refusal-bad-id = « { $got } » n'est pas un identifiant.
refusal-bad-hash = « { $got } » n'est pas une empreinte.
refusal-bad-place = ce n'est pas un lieu : lat de -90 à 90, lon de -180 à 180.
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
