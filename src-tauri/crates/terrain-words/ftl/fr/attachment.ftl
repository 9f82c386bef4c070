# Fichiers joints aux fiches : photos, documents, enregistrements, tableaux.
fault-attachment-too-large = Le fichier { $path } est trop grand : { $size_mb } Mo, au plus { $max_mb } Mo. Raccourcissez l'enregistrement, ou numérisez en moins de pages ou en moins fin ; rien n'a été joint.
fault-attachment-other-content = Le fichier { $path } n'est pas ce que son nom annonce : son contenu est autre, ou il est abîmé. Rouvrez-le dans l'application qui l'a fait et enregistrez-le à nouveau ; rien n'a été joint.
fault-attachment-heic = { $path } est une photo au format HEIC, que peu d'ordinateurs montrent. Sur le téléphone, choisissez le format « le plus compatible » (JPEG), ou envoyez-la en JPEG ; rien n'a été joint.
fault-attachment-type = { $path } n'est pas d'un type qui se joint. Se joignent : photos (JPEG, PNG, WebP), PDF, sons (MP3, M4A, OGG, WAV, AMR), vidéos (MP4, 3GP), tableaux (XLSX, XLS, CSV). Enregistrez un autre document en PDF ; rien n'a été joint.
fault-attachment-picture-large = La photo { $path } a trop de points : { $width } × { $height }, au plus 64 millions. Réduisez-la ou refaites-la moins fine ; rien n'a été joint.
fault-attachment-picture-damaged = La photo { $path } est abîmée et ne peut pas être montrée. Copiez-la à nouveau du téléphone ou refaites-la ; rien n'a été joint.
fault-attachment-not-here = Le fichier « { $name } » n'est pas encore arrivé sur cet ordinateur. Synchronisez, et demandez à qui l'a joint de synchroniser aussi.
fault-attachment-subject = Rien ne se joint à une fiche du genre « { $kind } ». Joignez le fichier à la coopérative, à la visite ou à la réponse concernée.
attached = Joint : { $name } ({ $kb } ko), { $id }
attached-reduced = La photo a été réduite de { $from_kb } ko à { $kb } ko, sans le lieu ni l'appareil qui l'ont faite.
sync-attachments = Fichiers joints : { $sent } envoyé(s), { $received } reçu(s).
help-attach = Joindre à une fiche une photo, un PDF, un son, une vidéo ou un tableau
help-arg-attach-file = Le fichier ; une photo est réduite et ne dit plus où elle a été prise
help-examples-attach =
    Exemples :
    {"  "}mourafaka --data D/coach-1 attach cooperative 'Coopérative Exemple' presse.jpg
    {"  "}mourafaka --data D/coach-1 attach visit 0193c0de compte-rendu.pdf
