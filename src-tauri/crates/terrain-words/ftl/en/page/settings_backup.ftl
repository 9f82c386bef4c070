# The backup, among the settings.
settings_backup-title = Backup
settings_backup-about = A backup is a single encrypted file, to be put on a USB stick or another disk. It opens with your passphrase. Syncing stays the first protection of your work.
settings_backup-never = This laptop was never backed up.
settings_backup-last = Last backup: { $at }, { $ago }.
settings_backup-make = Back up…
settings_backup-prove = Check a backup…
settings_backup-making = Backing up
settings_backup-proving = The backup is being restored aside, read whole and compared
settings_backup-sound = The backup is sound: it can be restored.
settings_backup-between = {" "}·{" "}
settings_backup-contents = Made { $at }: { $changes } changes, { $rows } records, { $files } files.
settings_backup-same = It holds all that is on this laptop.
settings_backup-passphrase = It opens with your passphrase of today.
settings_backup-passphrase-then = It opens with the passphrase of that time, not today's.
settings_backup-restore = To restore: on a laptop that has no data yet, choose "Restore a backup" on the first screen. A backup is never restored over data.
settings_backup-behind = { $count ->
    [one] One change made since is not in it: make another backup to include it.
   *[other] { $count } changes made since are not in it: make another backup to include them.
 }
settings_backup-ahead = { $count ->
    [one] One change of the backup is no longer on this laptop: keep this file well and tell the coordination.
   *[other] { $count } changes of the backup are no longer on this laptop: keep this file well and tell the coordination.
 }
