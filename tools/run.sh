#!/usr/bin/env bash
# run.sh [demo]: makes the demonstration in a new folder below ./demo, then does the main job in it by the command: a
# coach records a visit and its report offline, syncs, and the coordinator sees and reviews them. With `demo` it stops after the demonstration.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${CARGO_TARGET_DIR:-target}/debug/mourafaka
export MOURAFAKA_PASSPHRASE=demonstration

# Status 1 means: done, with something to look at, such as the demonstration's own disagreement.
mourafaka() { "$binary" --lang fr --quiet "$@" || [ $? -eq 1 ]; }
title() { printf '\n== %s\n' "$1"; }
# What the person would type, then what it answers.
try() {
  printf '$ mourafaka'
  printf ' %q' "$@"
  printf '\n'
  mourafaka "$@"
}
first_id() {
  [[ $(mourafaka --json "$@") =~ \"id\":\"([^\"]+)\" ]] && echo "${BASH_REMATCH[1]}"
}

mkdir -p demo
dir=$(mktemp -d "demo/$(date +%Y%m%d-%H%M%S)-XXX")
title "Un programme fictif : 33 coopératives, 4 accompagnateurs, deux ans de travail"
try demo "$dir"
if [ "${1:-}" = demo ]; then exit 0; fi
coordinator=$dir/coordinator coach=$dir/coach-1 central=$dir/central

title "1. Khadija coordonne le programme : où en est-elle ?"
try --data "$coordinator" status

title "2. Amina est au village, sans réseau : elle note une visite"
cooperative=$(first_id --data "$coach" list cooperative)
amina=$(first_id --data "$coach" list person --where name="Amina Exemple")
today=$(date +%F)
purpose="Tenue du carnet de caisse"
try --data "$coach" new visit "cooperative=$cooperative" "coach=$amina" "planned_on=$today" "purpose=$purpose" days=0.5

title "3. De retour, Amina synchronise avec le dossier central (partage ou clé USB)"
try --data "$coach" sync "$central"

title "4. Khadija synchronise et voit la visite d'Amina"
try --data "$coordinator" sync "$central"
try --data "$coordinator" list visit --where "purpose=$purpose"

title "5. Amina remplit le compte rendu de sa visite ; elle regarde la note d'un diagnostic et ce qu'elle propose"
name="Coopérative fictive Tamounte Argan 1"
report=$(first_id --data "$coach" entry new visit_report --cooperative "$name")
try --data "$coach" entry set "$report" "visit_date=$today" visit_held=yes attendees_total=6 attendees_women=5 \
  "themes_covered=finance management" "findings=Carnet de caisse à jour" "work_done=Classement des factures" \
  objectives_reached=all "next_commitments=Classer avant la fin du mois" alert_level=green \
  "signed_by_cooperative=Rqia Fictive, présidente"
try --data "$coach" entry finalise "$report"
diagnostic=$(first_id --data "$coach" list entry --where purpose=diagnostic --where state=validated)
try --data "$coach" score "$diagnostic"
try --data "$coach" suggest "$diagnostic" | head -n 20
try --data "$coach" sync "$central"

title "6. Khadija renvoie le compte rendu avec une remarque ; Amina corrige ; Khadija valide"
try --data "$coordinator" sync "$central"
try --data "$coordinator" entry return "$report" --remark "work_done=Avec qui ?" --note "Un point à préciser"
mourafaka --data "$coordinator" sync "$central" >/dev/null
mourafaka --data "$coach" sync "$central" >/dev/null
try --data "$coach" entry set "$report" "work_done=Classement des factures avec la trésorière"
try --data "$coach" entry finalise "$report"
mourafaka --data "$coach" sync "$central" >/dev/null
mourafaka --data "$coordinator" sync "$central" >/dev/null
try --data "$coordinator" entry validate "$report"

title "7. Le dossier central est vérifié, sans y écrire"
try fsck "$central"

title "Tout est dans $dir ; phrase secrète de tous : $MOURAFAKA_PASSPHRASE"
cat <<END
À essayer ensuite, après : export MOURAFAKA_PASSPHRASE=$MOURAFAKA_PASSPHRASE
  $binary --data $coordinator conflicts        deux numéros de téléphone : lequel garder ?
  $binary --data $coach search argan tiznit
  $binary --data $coach history cooperative $cooperative
  $binary --lang ar --data $coach status
  $binary --help
END
