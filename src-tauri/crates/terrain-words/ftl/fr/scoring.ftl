refusal-map-rule = « { $got } » n'est pas une règle : écrire level, count ou value.
refusal-map-pair = « { $got } » ne se lit pas : écrire valeur=niveau.
refusal-map-level = « { $got } » : un niveau va de 0 à 4.
refusal-map-order = « { $got } » : on attend { $number }, ou above une seule fois à la fin.
refusal-map-twice = « { $got } » est donné deux fois.
refusal-map-empty = la règle ne donne aucun niveau.
refusal-map-long = la règle est trop longue : au plus 200 valeurs.
finding-recipe-missing = La colonne « { $got } » est vide.
finding-recipe-twice = « { $got } » est déjà là, plus haut.
finding-recipe-weight = « { $got } » : un poids est un nombre positif, un million au plus.
finding-recipe-weight-negative = « { $got } » : un poids va de 0 (un fait, jamais compté) à un million.
finding-recipe-sum = Les poids des dimensions font { $got } ; on attend 100.
finding-recipe-dimension-unknown = Aucune dimension ne s'appelle « { $got } ».{ $hint ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $hint } » ?
 }
finding-recipe-dimension-empty = La dimension « { $got } » n'a aucune question qui compte : elle n'aura jamais de note.
finding-recipe-label = « { $got } » n'a de libellé dans aucune langue.
finding-recipe-blocking = « { $got } » n'est pas une question notée de cette dimension.
finding-recipe-level = « { $got } » : un niveau va de 0 à 4.
finding-recipe-days = « { $got } » : il faut un nombre de jours positif, 366 au plus.
finding-recipe-action-differs = Une autre ligne donne à « { $got } » un autre domaine ou d'autres jours : la première compte.
finding-recipe-action-never = « { $got } » n'est pas une question notée : sans condition, l'action ne serait jamais proposée.
finding-recipe-many = Trop de lignes : au plus { $max }.
finding-score-excused = Cette question bloquante ne peut pas être « sans objet » : elle compte comme sans réponse.
finding-score-unreadable = La réponse ne donne aucun niveau : elle compte comme sans réponse.
score-none-irrelevant = Aucune question de cette dimension ne concerne la coopérative.
score-none-answers = Moins de 60 % du poids de cette dimension a une réponse.
score-none-applicable = Plus de 20 % du poids de cette dimension est « sans objet ».
band-fragile = Fragile
band-emerging = Émergente
band-developing = En développement
band-consolidated = Consolidée
band-performing = Performante
quadrant-quick-win = À faire tout de suite
quadrant-major-project = Chantier à planifier
quadrant-fill-in = À faire au passage
quadrant-postpone = À reporter
score-item-counted = compte
score-item-unanswered = sans réponse
score-item-unreadable = réponse sans niveau
score-item-not-asked = absente du formulaire rempli
score-item-irrelevant = ne concerne pas la coopérative
score-item-not-applicable = sans objet
plan-objective-title = Progresser : { $area }
plan-indicator-level = Niveau (0 à 4) : { $question }
