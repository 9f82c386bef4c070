# La saisie d'un formulaire, question par question.
filling-sections = Sections
filling-empty = Ce formulaire ne pose aucune question pour l'instant.
filling-required = réponse attendue
filling-guidance = Ce qu'il faut regarder (I)
filling-evidence-expected = À regarder :
filling-previous = diagnostic précédent
filling-date-example = 24/11/2026
filling-date-unread = Date à écrire ainsi : 24/11/2026
filling-time-example = 14:30
filling-time-unread = Heure à écrire ainsi : 14:30
filling-today = Aujourd'hui
filling-source = Origine de la réponse
filling-source-seen = document vu
filling-source-declared = déclaré
filling-source-estimated = estimé
filling-comment = Commentaire
filling-reason = Pourquoi la question ne s'applique pas
filling-reason-cancel = Annuler
filling-not-applicable = non applicable
filling-applies = La question s'applique
filling-constraint = Cette réponse ne convient pas : à corriger.
filling-wrong = à corriger
filling-restored = pas encore enregistré
filling-unsaved = Pas enregistré.
filling-retry = Réessayer
filling-give-up = Revenir à la valeur enregistrée
filling-disagreement = Deux personnes ont répondu différemment. Le désaccord se règle avant de finaliser.
filling-remark = Remarque de { $person } :
filling-remarked = remarque
filling-has-evidence = preuve jointe
filling-has-comment = commentaire
filling-state-draft = Brouillon
filling-state-returned = Renvoyé
filling-state-finalised = Finalisé
filling-state-validated = Validé
filling-state-closed = Clos
filling-saving = enregistrement…
filling-saved = enregistré à { $at }
filling-unsaved-count = { $count ->
    [one] { $count } réponse pas enregistrée
   *[other] { $count } réponses pas enregistrées
 }
filling-undo = Annuler : { $what } (Ctrl Z)
filling-redo = Rétablir : { $what } (Ctrl Y)
filling-act-at = modification de { $at }
filling-undo-nothing = Rien à annuler
filling-redo-nothing = Rien à rétablir
filling-finish = Terminer…
filling-not-yours = Lecture seule : seule la personne qui a commencé cette saisie, ou la coordination, peut la remplir.
filling-returned = La coordination a renvoyé ce document. Corrigez les réponses qui portent une remarque, puis finalisez de nouveau.
filling-sealed-finalised = Document finalisé : il ne se modifie plus. La coordination peut le valider, ou le renvoyer pour correction.
filling-sealed-validated = Document validé : il ne se modifie plus. Pour le corriger, demandez à la coordination de le rouvrir.
filling-sealed-closed = Document clos : il ne se modifie plus. La coordination peut le rouvrir.
filling-score = Score provisoire
filling-score-whole = Score
filling-axes = { $scored ->
    [one] { $scored } axe sur { $all }
   *[other] { $scored } axes sur { $all }
 }
filling-capped = Plafonné : un point bloquant est au niveau 0
filling-radar = Score par axe, de 0 à 100
filling-axis = Axe
filling-baseline = précédent
filling-latest = en cours
filling-no-score = pas de score
filling-section-threshold = score dès 60 % du poids répondu
filling-section-scored = score de la section
filling-section-excused = pas de score : trop de réponses non applicables
filling-evidence = Preuves
filling-evidence-add = ajouter
filling-evidence-none = Aucune preuve jointe.
filling-finish-title = Terminer la saisie
filling-finish-ready = Tout est répondu. Le document peut être finalisé.
filling-finish-lacks = Avant de finaliser, il reste ceci :
filling-finish-unsaved = Pas enregistré
filling-finish-typed = Texte tapé, pas encore enregistré
filling-finish-wrong = À corriger
filling-finish-disagreement = Désaccord à régler
filling-finish-missing = Sans réponse
filling-finish-know = À savoir
filling-finish-parked = Réponses sans place dans cette version
filling-finish-means = Finaliser fixe les réponses et le score. Ensuite, le document se lit mais ne se modifie plus, sauf s'il est renvoyé ou rouvert.
filling-finish-do = Finaliser
filling-finish-back = Revenir à la saisie
filling-key-choose = choisir, puis suivant
filling-key-tick = cocher
filling-key-move = naviguer
filling-key-comment = commentaire
filling-key-photo = photo
filling-key-accept = valider
filling-key-leave = quitter la ligne
filling-acknowledge = Lu et confirmé
filling-choose = Choisir…
filling-search = Chercher dans la liste…
filling-more = { $count ->
    [one] { $count } autre choix : tapez quelques lettres pour le trouver.
   *[other] { $count } autres choix : tapez quelques lettres pour les trouver.
 }
filling-ranked = { $place } : { $label }
filling-rank-up = Monter : { $label }
filling-rank-down = Descendre : { $label }
filling-rank-keys = Alt et une flèche déplacent une ligne.
filling-rank-keep = Garder cet ordre
filling-latitude = Latitude
filling-longitude = Longitude
filling-latitude-unread = La latitude est un nombre de -90 à 90 : au Maroc, entre 21 et 36.
filling-longitude-unread = La longitude est un nombre de -180 à 180 : au Maroc, entre -17 et -1.
filling-point-how = Cet ordinateur n'a pas de GPS. Copiez la position depuis un téléphone ou une carte : les deux nombres se collent ensemble.
filling-datetime-example = 24/11/2026 14:30
filling-datetime-unread = Date et heure à écrire ainsi : 24/11/2026 14:30
filling-line-example = 30.42 -9.59 ; 30.43 -9.60
filling-calendar = Ouvrir le calendrier
filling-file-look = Regarder { $name }
filling-file-away = pas encore arrivé sur cet ordinateur
filling-file-save = Enregistrer une copie de { $name }
filling-file-remove = Retirer { $name }
filling-file-photo = Choisir une photo, ou la déposer ici
filling-file-audio = Choisir un enregistrement, ou le déposer ici
filling-file-video = Choisir une vidéo, ou la déposer ici
filling-file-any = Choisir un fichier, ou le déposer ici
filling-file-other = Choisir un autre fichier
filling-file-named = Fichier noté : { $name }. Il n'est pas joint ici.
filling-signed-paper = Ou joindre la photo du document signé
filling-signature-file = signature
filling-sign-here = Signer dans le cadre.
filling-sign-again = Recommencer
filling-sign-keep = Garder la signature
filling-beside = Commentaire, origine, preuve
filling-removed = Retiré : { $name }
filling-take-back = Annuler
filling-elements-none = Aucun pour l'instant.
filling-remove = Retirer
filling-remove-one = Retirer : { $name }
filling-add = Ajouter
filling-next = Aller à la prochaine question sans réponse
filling-layout-sheet = Voir toutes les questions sur une page
filling-layout-focus = Voir une question à la fois
filling-elements = { $count ->
    [one] { $count } élément
   *[other] { $count } éléments
 }
filling-wrong-count = { $count ->
    [one] { $count } réponse à corriger :
   *[other] { $count } réponses à corriger :
 }
