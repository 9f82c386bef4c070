refusal-map-rule = « { $got } » n'est pas une règle : écrire level, count ou value.
refusal-map-pair = « { $got } » ne se lit pas : écrire valeur=niveau.
refusal-map-level = « { $got } » : un niveau va de 0 à 4.
refusal-map-order = « { $got } » : on attend { $number }, ou above une seule fois à la fin.
refusal-map-twice = « { $got } » est donné deux fois.
refusal-map-empty = la règle ne donne aucun niveau.
refusal-map-long = la règle est trop longue : au plus 200 valeurs.
