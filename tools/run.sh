#!/usr/bin/env bash
# run.sh [demo]: where there is a display, opens the window on a fictional programme. Where there is none, or with
# `demo`, makes that programme in a new folder below ./demo, then does the main job in it by the command: a coach
# records a visit offline, syncs, and the coordinator sees it; a diagnostic goes from its first answer to its
# validation. With `demo` it stops after the demonstration.
set -euo pipefail
cd "$(dirname "$0")/.."
debug=${CARGO_TARGET_DIR:-target}/debug

case $(uname -s) in
  Linux) display=${DISPLAY:-}${WAYLAND_DISPLAY:-} ;;
  *) display=always ;;
esac
if [ -n "$display" ] && [ "${1:-}" != demo ]; then
  tools/setup.sh build
  tools/page.sh build
  cargo build --locked -p terrain-cli -p mourafaka-terrain
  # Made once: what is tried in it is found again the next time. A making that was cut short begins anew.
  window=demo/window
  if [ ! -f "$window/whole" ]; then
    rm -rf "$window"
    # The two years end today, so that the agenda lies ahead.
    start=$(date -d '24 months ago' +%F 2>/dev/null || date -v-24m +%F)
    "$debug/mourafaka" --lang fr demo "$window" --start "$start" || [ $? -eq 1 ]
    touch "$window/whole"
  fi
  cat <<END

La fenêtre s'ouvre sur le portable d'Amina, accompagnatrice ; phrase secrète : demonstration
Celui de Khadija, coordinatrice, en même temps :
  $debug/mourafaka-terrain --data $window/coordinator
END
  exec "$debug/mourafaka-terrain" --data "$window/coach-1"
fi
tools/setup.sh command
cargo build --locked -p terrain-cli
if [ "${1:-}" != demo ]; then
  cat <<'END'

No display here, so the window cannot open and the command does the work instead. To see the window:
  ssh -X HOST                            from a machine that has a screen, then make run again
  xvfb-run -s "-screen 0 1366x768x24" make run   a screen in memory, of which import -window root takes pictures
END
fi

binary=$debug/mourafaka
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

title "5. Amina fait un diagnostic : répondre, noter, proposer, finaliser, synchroniser"
name="Coopérative fictive Tamounte Argan 1"
diagnostic=$(first_id --data "$coach" entry new diagnostic --cooperative "$name")
answers=(diagnostic_round=mid_term diagnostic_date=$today interview_language=tachelhit participants_total=6 participants_women=5
  legal_compliance=3 member_participation=3 transparency=2 conflict_management=3 roles_and_tasks=2 manager_skills=2
  stock_management=1 records_filing=2 internal_communication=3 "digital_tools=smartphone messaging" cash_control=2
  cost_price_known=1 profitability=2 turnover_last_year=185000 capital_and_reserves=2 access_to_finance=2
  technical_mastery=3 quality_control=3 hygiene_safety=2 equipment_capacity=2 supply_inputs=3 traceability=1
  market_knowledge=2 product_range=2 brand_packaging=3 promotion=1 certifications_held=none sales_channels=2
  main_client_share=55 customer_contracts=1 price_policy=2 logistics_distance=2 sales_tracking=2 vision_shared=2
  business_plan=1 annual_work_plan=1 indicators_followed=1 evaluation_learning=1 collective_needs=3 jobs_created=4
  decent_work=2 income_effect=2 inclusion=3 resource_use=2 waste_byproducts=3 natural_resource=3
  inputs_packaging_impact=2 climate_risk=1 innovation_practice=2 value_chain_position=2 networks_partnerships=2)
try --data "$coach" entry set "$diagnostic" "${answers[@]}" ga_regularity=3 organ_functioning=3 bookkeeping=1 \
  territorial_anchoring=3 --source ga_regularity=seen
try --data "$coach" score "$diagnostic"
try --data "$coach" suggest "$diagnostic" | head -n 24
try --data "$coach" entry finalise "$diagnostic"
try --data "$coach" sync "$central"

title "6. Khadija le renvoie avec une remarque ; Amina corrige et finalise ; Khadija valide"
try --data "$coordinator" sync "$central"
try --data "$coordinator" entry return "$diagnostic" --remark "bookkeeping=Ouvrir un cahier" --note "Un point à revoir"
try --data "$coordinator" sync "$central"
try --data "$coach" sync "$central"
try --data "$coach" entry set "$diagnostic" bookkeeping=2
try --data "$coach" entry finalise "$diagnostic"
try --data "$coach" sync "$central"
try --data "$coordinator" sync "$central"
try --data "$coordinator" entry validate "$diagnostic"

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
