# La saisie d'un formulaire, question par question.
filling-sections = Sections
filling-empty = Ce formulaire ne pose aucune question pour l'instant.
filling-required = réponse attendue
filling-guidance = Ce qu'il faut regarder (I)
filling-evidence-expected = À regarder :
filling-previous = la dernière fois
filling-date-example = jj/mm/aaaa
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
filling-remarked = remarque
filling-has-evidence = preuve jointe
filling-has-comment = commentaire
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
filling-datetime-example = jj/mm/aaaa hh:mm
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
filling-doc = État du document
filling-doc-reopened = Document rouvert : corrigez ce qui doit l'être, puis finalisez-le de nouveau.
filling-doc-returned-read = Document renvoyé : son auteur le corrige, puis le finalise de nouveau.
filling-doc-to-judge = Document finalisé : il attend l'avis de la coordination. Lisez-le, notez vos remarques, puis validez-le ou renvoyez-le.
filling-doc-own = Document finalisé. C'est votre propre travail : une autre personne de la coordination doit le valider.
filling-doc-finalised-mine = Document finalisé : il ne se modifie plus. La coordination peut le valider ou le renvoyer. Pour le corriger vous-même, rouvrez-le.
filling-doc-validated-here = Document validé : il compte et ne se modifie plus. Pour le faire corriger, rouvrez-le ou renvoyez-le.
filling-done-finalise = Finalisé par { $person }, { $on }
filling-done-return = Renvoyé par { $person }, { $on }
filling-done-validate = Validé par { $person }, { $on }
filling-done-reopen = Réouverture par { $person }, { $on }
filling-done-ask = Réouverture demandée par { $person }, { $on }
filling-done-close = Clos par { $person }, { $on }
filling-act-validate = Valider…
filling-act-return = Renvoyer…
filling-act-reopen = Rouvrir…
filling-act-ask-reopen = Demander à rouvrir…
filling-act-close = Clore…
filling-asked = Demande notée. La coordination la verra après votre prochaine synchronisation.
filling-note = Un mot avec (facultatif)
filling-note-needed = Écrivez d'abord quelques mots : la personne qui lira doit comprendre.
filling-note-leave = Annuler
filling-validate-title = Valider le document
filling-validate-means = Valider confirme cette version : son score compte dans les tableaux. Le document ne se modifie plus, sauf s'il est rouvert ou renvoyé.
filling-validate-do = Valider
filling-return-title = Renvoyer pour correction
filling-return-means = Le document redevient modifiable pour son auteur, qui voit vos remarques à l'endroit de chaque question.
filling-return-note = Ce qui doit être revu
filling-return-how = Astuce : « Écrire une remarque », sous une question, montre à l'auteur l'endroit exact.
filling-return-remarks = { $count ->
    [one] Une question porte une remarque :
   *[other] { $count } questions portent une remarque :
 }
filling-return-do = Renvoyer
filling-reopen-title = Rouvrir le document
filling-reopen-means = Les réponses redeviennent modifiables. La version finalisée reste dans l'historique, avec votre raison.
filling-reopen-reason = Pourquoi le rouvrir
filling-reopen-do = Rouvrir
filling-ask-title = Demander à rouvrir le document
filling-ask-means = Ce document est validé : il revient à la coordination de le rouvrir. Votre demande lui est montrée avec votre raison.
filling-ask-do = Envoyer la demande
filling-close-title = Clore le document
filling-close-means = Un document clos est rangé : personne ne le modifie plus. La coordination peut le rouvrir.
filling-close-do = Clore
filling-remarks = Remarques
filling-remarks-none = Aucune remarque pour l'instant.
filling-remarks-open = { $count ->
    [one] Une remarque à traiter
   *[other] { $count } remarques à traiter
 }
filling-remarks-settled = { $count ->
    [one] Une remarque réglée
   *[other] { $count } remarques réglées
 }
filling-remark-write = Écrire une remarque
filling-remark-label = Votre remarque
filling-remark-answer = Répondre
filling-remark-answer-label = Votre réponse à la remarque
filling-remark-send = Ajouter
filling-remark-settle = C'est réglé
filling-remark-reopen = Ce n'est pas réglé
filling-newer = Nouvelle version du formulaire…
filling-move-title = Passer à la version { $version } du formulaire
filling-move-means = Vos réponses suivent dans la nouvelle version. Voici ce qui change ; rien n'est fait avant que vous confirmiez, et cela peut s'annuler ensuite.
filling-move-kept = { $count ->
    [one] Une réponse reste telle quelle.
   *[other] { $count } réponses restent telles quelles.
 }
filling-move-converted = { $count ->
    [one] Une réponse change de place ou de forme :
   *[other] { $count } réponses changent de place ou de forme :
 }
filling-move-parked = { $count ->
    [one] Une réponse n'a plus de place. Elle reste lisible, à part :
   *[other] { $count } réponses n'ont plus de place. Elles restent lisibles, à part :
 }
filling-move-added = { $count ->
    [one] Une nouvelle question :
   *[other] { $count } nouvelles questions :
 }
filling-move-do = Passer à cette version
filling-move-not = Rester sur cette version
filling-moved = Le formulaire est maintenant en version { $version }.
filling-act-moved = changement de version
filling-act-file = fichier joint
filling-act-remark = remarque
filling-act-settled = remarque réglée
filling-act-element = élément ajouté ou retiré
filling-aside = Réponses à part
filling-aside-open = { $count ->
    [one] 1 réponse à part
   *[other] { $count } réponses à part
 }
filling-aside-late = Arrivées après la finalisation
filling-aside-late-means = Le document garde les réponses qu'il avait. Celles-ci sont conservées et ne comptent pas : pour les prendre, rouvrez le document.
filling-aside-late-kept = Le document garde les réponses qu'il avait. Celles-ci sont conservées et ne comptent pas, tant qu'il n'est pas rouvert.
filling-aside-sealed = Dans le document
filling-aside-now = Arrivé ensuite, de { $person }
filling-aside-empty = sans réponse
filling-aside-parked-means = Elles sont conservées et sortent avec l'export. Une question du même nom dans une prochaine version du formulaire les reprendrait.
filling-signature-of = Signature : { $what }
filling-signed = Enregistrée par { $person }, { $at }
filling-newer-there = Cette saisie suit la version { $version } du formulaire ; une plus récente est arrivée.
