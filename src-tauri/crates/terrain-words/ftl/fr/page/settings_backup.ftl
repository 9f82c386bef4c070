# La sauvegarde, dans les réglages.
settings_backup-title = Sauvegarde
settings_backup-about = Une sauvegarde est un seul fichier chiffré, à mettre sur une clé USB ou un autre disque. Elle s'ouvre avec votre phrase secrète. La synchronisation reste la première protection de votre travail.
settings_backup-never = Cet ordinateur n'a jamais été sauvegardé.
settings_backup-last = Dernière sauvegarde : { $at }, { $ago }.
settings_backup-make = Sauvegarder…
settings_backup-prove = Vérifier une sauvegarde…
settings_backup-making = Sauvegarde en cours
settings_backup-proving = La sauvegarde est restaurée à l'écart, relue en entier et comparée
settings_backup-sound = La sauvegarde est intacte : elle peut être restaurée.
settings_backup-between = {" "}·{" "}
settings_backup-contents = Faite { $at } : { $changes } modifications, { $rows } fiches, { $files } fichiers.
settings_backup-same = Elle contient tout ce qui est sur cet ordinateur.
settings_backup-passphrase = Elle s'ouvre avec votre phrase secrète d'aujourd'hui.
settings_backup-passphrase-then = Elle s'ouvre avec la phrase secrète d'alors, pas celle d'aujourd'hui.
settings_backup-restore = Pour restaurer : sur un ordinateur qui n'a encore aucune donnée, choisissez « Restaurer une sauvegarde » au premier écran. Une sauvegarde n'est jamais restaurée par-dessus des données.
settings_backup-behind = { $count ->
    [one] Une modification faite depuis n'y est pas : refaites une sauvegarde pour l'y mettre.
   *[other] { $count } modifications faites depuis n'y sont pas : refaites une sauvegarde pour les y mettre.
 }
settings_backup-ahead = { $count ->
    [one] Une modification de la sauvegarde n'est plus sur cet ordinateur : gardez bien ce fichier et prévenez la coordination.
   *[other] { $count } modifications de la sauvegarde ne sont plus sur cet ordinateur : gardez bien ce fichier et prévenez la coordination.
 }
