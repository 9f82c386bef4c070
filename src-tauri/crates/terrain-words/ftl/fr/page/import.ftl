# Lire un tableau de coopératives.
import-title = Lire un tableau de coopératives
import-lead = Un fichier Excel ou CSV, une coopérative par ligne. Rien n'est enregistré avant votre accord.
import-back = Retour aux coopératives
import-pick = Choisir un fichier
import-pick-title = Choisissez le tableau, ou glissez-le ici
import-pick-hint = Les colonnes sont reconnues par leur titre, en français, en arabe ou en anglais. Vous verrez chaque ligne : nouvelle, modifiée, identique ou refusée avec sa raison, avant que rien ne change.
import-other = Autre fichier
import-take = { $rows ->
    [0] Rien à enregistrer
    [one] Enregistrer une coopérative
   *[other] Enregistrer { $rows } coopératives
 }
import-taken = C'est enregistré : { $new ->
    [0] aucune nouvelle
    [one] une nouvelle
   *[other] { $new } nouvelles
 }, { $changed ->
    [0] aucune modifiée
    [one] une modifiée
   *[other] { $changed } modifiées
 }, { $refused ->
    [0] aucune refusée.
    [one] une refusée, à corriger dans le fichier.
   *[other] { $refused } refusées, à corriger dans le fichier.
 }
import-undone = L'enregistrement est annulé : tout est comme avant.
import-undo = Annuler cet enregistrement
import-to-list = Voir les coopératives
import-columns = Colonnes du fichier
import-columns-hint = corrigez ici ce qui a été mal compris
import-column-left-out = laissée de côté
import-province = Province
import-rows = Lignes du fichier
import-all = Toutes
import-outcome-new = Nouvelles
import-outcome-changed = Modifiées
import-outcome-same = Identiques
import-outcome-refused = Refusées
import-head-row = Ligne
import-head-name = Coopérative
import-head-outcome = Résultat
import-head-about = Détail
import-read-as = Lire « { $got } » comme « { $meant } »
import-more = { $more ->
    [one] Montrer la ligne restante
   *[other] Montrer la suite : encore { $more } lignes
 }
import-no-rows = Ce fichier n'a que des titres : aucune ligne à lire. Ajoutez les coopératives sous les titres, puis choisissez-le à nouveau.
import-drop = Déposez ici le tableau
import-too-large = « { $name } » est trop grand : { $size }, au plus { $max }. Retirez les images et les feuilles inutiles, ou découpez-le.
import-resembles = ressemble à « { $name } », déjà dans la liste : est-ce la même ? Une fois enregistrées, les deux fiches pourront être réunies.
import-resembles-row = ressemble à la ligne { $row }, « { $name } » : est-ce la même ?
import-row-new = nouvelle
import-row-changed = modifiée
import-row-same = identique
import-row-refused = refusée
import-reason-province = « { $got } » n'est pas une province ou préfecture de la région
import-reason-sector = « { $got } » n'est pas un secteur connu
import-reason-date = « { $got } » n'est pas une date (jj/mm/aaaa)
import-reason-number = « { $got } » n'est pas un nombre
import-reason-option = « { $got } » n'est pas une option connue
import-reason-error = la cellule contient une erreur de calcul ({ $got })
import-reason-name = le nom manque
import-reason-twice = la même coopérative est déjà à la ligne { $got }
import-reason-ambiguous = plusieurs coopératives portent ce nom : ajoutez l'ICE ou le numéro de registre
import-reason-text = « { $got } » ne convient pas ici
import-reason-too-long = le texte est trop long : au plus 10 000 caractères
import-reason-control = le texte contient un caractère de contrôle
