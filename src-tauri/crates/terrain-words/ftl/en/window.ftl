# What the window says outside its page: terminal, dialogs of the system.
window-help = Mourafaka Terrain: the window. “--data FOLDER” opens another data folder. The command “mourafaka” does the same work without a window.
window-unknown-argument = “{ $got }” is not understood. Try --help.
window-none = The window cannot open: { $reason }. Nothing is lost; the command “mourafaka” does the same work without a window.
window-no-display = this terminal announces no display (DISPLAY and WAYLAND_DISPLAY are empty)
pick-central = Choose the folder of the central file
pick-evidence = Choose a photo or a document
pick-evidence-kinds = Photos and documents
fault-locked = The folder is locked. Open it with your passphrase, then try again.
fault-not-picked = This place was not chosen in a dialog. Choose it, then try again.
fault-demonstration-folder = The demonstration cannot be prepared in { $path }: { $reason }. Free that place, then try again.
reason-panic = a defect of the program; nothing that is saved is touched
pick-backup = Choose a backup
pick-backup-kind = Backups
pick-backup-folder = Choose where to put the backup
pick-data = Choose a data folder
fault-not-prepared = No programme is being prepared. Begin again: nothing was written.
fault-no-data-there = There are no data of this application in { $path }. Choose the folder that holds "replica.mourafaka" and "key"; nothing was changed.
