# Pieces that screens share.
kit-passphrase-show = Show the passphrase
kit-passphrase-hide = Hide the passphrase
kit-passphrase-capitals = Caps Lock is on.
kit-notice-info = Information:
kit-notice-attention = Attention:
kit-notice-error = Error:
kit-close = Close
kit-loading = Loading…
words-just-now = just now
words-comma = ,{" "}
