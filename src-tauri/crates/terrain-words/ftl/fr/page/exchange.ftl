# La synchronisation : avant, pendant, après.
exchange-title = Synchronisation
exchange-about-never = Cet ordinateur ne s'est encore jamais synchronisé.
exchange-about-at = Dernière synchronisation { $at }.
exchange-about-last = Dernière synchronisation { $at }, { $ago }.
exchange-about-running = Vous pouvez arrêter à tout moment : ce qui est écrit et vérifié reste livré.
exchange-about-delivered = Votre travail est sur la copie du bureau. Si c'est une clé USB, éjectez-la pour terminer.
exchange-centre-there = Fichier central accessible
exchange-centre-away = Fichier central hors de portée
exchange-centre-none = Aucun dossier choisi
exchange-this-laptop = Cet ordinateur
exchange-central-file = Fichier central
exchange-generation = génération { $number }
exchange-start = Synchroniser
exchange-start-again = Synchroniser à nouveau
exchange-again = Réessayer
exchange-stop = Interrompre sans risque
exchange-stopping = Arrêt au prochain point sûr…
exchange-choose = Choisir le dossier central…
exchange-choose-other = Changer de dossier…
exchange-why-none = Choisissez d'abord le dossier qui porte le fichier central : une clé USB, un partage ou un dossier.
exchange-why-away = Branchez la clé ou le partage : la synchronisation sera possible dès que le dossier sera là.
exchange-safe = Rien n'est effacé, et l'on peut recommencer autant de fois qu'il faut.
exchange-safe-last = La dernière a pris { $seconds } s. Rien n'est effacé, et l'on peut recommencer autant de fois qu'il faut.
exchange-lane-send = { $count ->
    [0] modification à envoyer
    [one] modification à envoyer
   *[other] modifications à envoyer
 }
exchange-lane-sent = { $count ->
    [0] modification à livrer
    [one] modification livrée au bureau
   *[other] modifications livrées au bureau
 }
exchange-lane-receive = { $count ->
    [0] nouveau fichier à recevoir
    [one] fichier à recevoir
   *[other] fichiers à recevoir
 }
exchange-lane-receive-unknown = à recevoir, lu au passage
exchange-lane-received = { $count ->
    [0] modification à recevoir
    [one] modification reçue
   *[other] modifications reçues
 }
exchange-lane-verified = vérifié
exchange-lane-merged = réuni
exchange-leaving = Ce qui part
exchange-before = Avant de commencer
exchange-kind-entry = Diagnostics et autres formulaires remplis
exchange-kind-answer = Réponses
exchange-kind-visit = Visites
exchange-kind-cooperative = Coopératives
exchange-kind-officer = Responsables de coopératives
exchange-kind-remark = Remarques
exchange-kind-event = Finalisations, renvois, validations
exchange-kind-attachment = Photos et documents
exchange-kind-assignment = Affectations
exchange-kind-person = Personnes
exchange-kind-form = Formulaires publiés
exchange-kind-other = Autres saisies
exchange-fact-programme = Le dossier porte bien le programme { $name }
exchange-fact-nothing-to-send = Rien à envoyer : votre travail est déjà livré
exchange-fact-evidence = { $count ->
    [one] Une preuve jointe reste à livrer
   *[other] { $count } preuves jointes restent à livrer
 }
exchange-fact-lacking = { $count ->
    [one] Un fichier manque au dossier central : il y sera remis
   *[other] { $count } fichiers manquent au dossier central : ils y seront remis
 }
exchange-fact-nothing-to-receive = Rien de nouveau à recevoir
exchange-fact-clock = L'horloge de cet ordinateur n'est pas croyable : réglez la date
exchange-fact-conflicts = { $count ->
    [one] Un désaccord est ouvert : il n'empêche rien
   *[other] { $count } désaccords sont ouverts : ils n'empêchent rien
 }
exchange-fact-waiting = { $count ->
    [one] Un fichier attend celui qui le précède
   *[other] { $count } fichiers attendent celui qui les précède
 }
exchange-fact-drafts = { $count ->
    [one] Un brouillon part comme brouillon
   *[other] { $count } brouillons partent comme brouillons
 }
exchange-fact-unpublished = Aucun fichier central n'a encore été publié ici
exchange-stage-begins = La synchronisation commence
exchange-stage-read = Lecture du dossier central
exchange-stage-merge = Réunion avec ce qui est reçu
exchange-stage-check = Relecture d'une partie du dossier central
exchange-stage-write = Écriture de vos modifications
exchange-stage-verify = Vérification de ce qui a été écrit
exchange-stage-publish = Publication du fichier central
exchange-seconds = { $seconds } s
exchange-if-gone = Si la clé est retirée maintenant
exchange-if-gone-written = Ce qui est écrit et vérifié reste dans le dossier central
exchange-if-gone-rest = Le reste partira à la prochaine synchronisation
exchange-if-gone-nothing-lost = Rien à ressaisir, rien de perdu
exchange-done = Synchronisation terminée
exchange-stopped = Arrêtée à votre demande
exchange-stopped-safe = Rien n'est perdu : ce qui est livré le reste, et la prochaine synchronisation reprendra là où celle-ci s'est arrêtée.
exchange-failed = La synchronisation n'est pas allée au bout
exchange-undelivered = Une partie de votre travail n'est pas encore sur la copie du bureau
exchange-undelivered-next = Synchronisez à nouveau ; en attendant, tout est gardé sur cet ordinateur.
exchange-conflicts = { $count ->
    [one] Un désaccord à régler
   *[other] { $count } désaccords à régler
 }
exchange-conflicts-kept = Deux personnes ont écrit autre chose au même endroit : toutes les valeurs sont gardées.
exchange-left = Ce qui est parti
exchange-left-delivered = Modifications livrées au bureau
exchange-left-undelivered = Modifications livrées jusqu'ici
exchange-left-attachments = Photos, documents et classeurs
exchange-left-published = Publié dans le fichier central
exchange-left-healed = Fichiers remis dans le dossier central
exchange-left-received-later = « Reçu » apparaîtra après le passage de la coordination
exchange-came = Ce qui est arrivé
exchange-came-changes = Modifications d'autres ordinateurs
exchange-came-attachments = Photos, documents et classeurs
exchange-came-conflicts = Désaccords à régler
exchange-came-hidden = Fiches retirées de la vue, gardées dans l'historique
exchange-came-quarantined = Actes mis de côté : leur auteur n'en avait pas le droit
exchange-findings = À regarder
exchange-findings-more = et { $count } autres
exchange-journal = Journal
exchange-journal-none = Chaque synchronisation laissera une ligne ici.
exchange-journal-when = Quand
exchange-journal-what = Ce qui s'est fait
exchange-journal-took = Durée
exchange-journal-generation = Génération
exchange-journal-sent = { $count ->
    [0] rien de livré
    [one] { $count } livrée
   *[other] { $count } livrées
 }
exchange-journal-received = { $count ->
    [0] rien de reçu
    [one] { $count } reçue
   *[other] { $count } reçues
 }
exchange-journal-conflicts = { $count ->
    [one] { $count } désaccord
   *[other] { $count } désaccords
 }
exchange-journal-stopped = arrêtée à votre demande
exchange-journal-failed = n'est pas allée au bout
exchange-journal-undelivered = tout n'est pas livré
exchange-journal-details = Détails de la synchronisation du { $at }
exchange-journal-bytes = { $read } lus, { $written } écrits
exchange-journal-more = Montrer les { $count } plus anciennes
exchange-compare = Comparer
exchange-repair = Réparer
exchange-repair-ask = Réparer ce dossier central ?
exchange-repair-says = Tout ce que cet ordinateur connaît du programme y sera remis. Rien n'est effacé : ce qui est abîmé est mis de côté. Vérifiez que c'est bien le bon dossier.
exchange-repaired = Réparation terminée
exchange-about-repairing = Le dossier central est relu en entier et ce qui manque y est remis. Vous pouvez arrêter à tout moment.
exchange-damaged = Le dossier central est abîmé par endroits
exchange-damaged-says = Ce qui a été vu est mis de côté, et votre travail est en sécurité ici. « Réparer » relit tout le dossier et y remet ce que cet ordinateur possède.
