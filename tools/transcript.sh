#!/usr/bin/env bash
# transcript.sh: makes docs/diagnostic-by-command.md anew, from what the command really answers. Identifiers, moments and
# places are shortened, so that two runs give the same text. The last part needs a Python with pandas: PYTHON=… names it.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${CARGO_TARGET_DIR:-target}/debug/mourafaka
python=${PYTHON:-python3}
text=docs/diagnostic-by-command.md
export MOURAFAKA_PASSPHRASE=demonstration
unset LC_ALL LC_MESSAGES
export LANG=C.UTF-8
"$python" -c 'import pandas' || { echo "transcript.sh: PYTHON=… must name a Python with pandas" >&2; exit 1; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# Status 1 means something to look at; 2 and 3, a refusal that belongs to the story.
answer() { "$binary" --lang fr "$@" 2>&1 || [ $? -le 3 ]; }
quiet() { "$binary" --lang fr --quiet "$@" >/dev/null 2>&1 || [ $? -eq 1 ]; }
id_of() { [[ $("$binary" --json "$@" 2>/dev/null) =~ \"id\":\"([^\"]+)\" ]] && echo "${BASH_REMATCH[1]}"; }
say() { printf '%s\n\n' "$@"; }
open() { echo '```'; }
close() { printf '```\n\n'; }
# What the person types, then at most so many lines of what it answers.
try() {
  local lines=$1
  shift
  printf '$ mourafaka'
  printf " %s" "${@@Q}"
  printf '\n'
  answer "$@" | awk -v max="$lines" 'NR <= max { print } NR == max + 1 { print "…" }'
}
# Quotes only where the shell needs them; identifiers by their order; no moments, no places.
shortened() {
  sed -E -e "s/'([A-Za-z0-9_.,:=\/@+-]+)'/\1/g" -e "s#$dir#D#g" \
    -e 's/20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]+)?Z/‹heure›/g' |
    awk 'BEGIN {
      # Not every awk knows {8}.
      h = "[0-9a-f]"; h4 = h h h h; uuid = h4 h4 "-" h4 "-" h4 "-" h4 "-" h4 h4 h4
    }
    {
      out = ""; rest = $0
      while (match(rest, uuid)) {
        id = substr(rest, RSTART, RLENGTH)
        if (!(id in seen)) seen[id] = "id-" ++count
        out = out substr(rest, 1, RSTART - 1) seen[id]; rest = substr(rest, RSTART + RLENGTH)
      }
      print out rest
    }'
}

quiet demo "$dir/d" --cooperatives 4 --coaches 2 --months 2 --seed 1
mv "$dir/d"/* "$dir"
khadija=$dir/coordinator amina=$dir/coach-1 hassan=$dir/coach-2 central=$dir/central
for data in "$hassan" "$khadija"; do quiet --data "$data" sync "$central"; done
# The demonstration's own disagreements are not of this story.
while conflict=$(id_of --data "$khadija" conflicts); do quiet --data "$khadija" resolve "$conflict" --take 1; done
for data in "$khadija" "$amina" "$hassan"; do quiet --data "$data" sync "$central"; done
cooperative=$(id_of --data "$amina" list cooperative)
name="Coopérative fictive Tamounte Argan 1"

story() {
  say "# Un diagnostic, par la ligne de commande" \
    "<!-- Made by tools/transcript.sh; edit the script, not this text. -->" \
    "Tout ce qui suit a été tapé et répondu ; \`tools/transcript.sh\` le refait. \`D\` est le dossier de la démonstration, \`id-1\`, \`id-2\`… remplacent les identifiants, \`‹heure›\` les moments ; « … » marque des lignes omises." \
    "## 1. Deux accompagnateurs, un diagnostic" \
    "Amina commence le diagnostic d'une coopérative, puis synchronise ; Hassan le reçoit."
  open
  try 6 --data "$amina" entry new diagnostic --cooperative "$name"
  entry=$("$binary" --json --data "$amina" list entry --where "cooperative=$cooperative" --where state=draft 2>/dev/null |
    grep -oE '"id":"[^"]+"' | tail -1 | cut -d'"' -f4)
  try 8 --quiet --data "$amina" sync "$central"
  try 8 --quiet --data "$hassan" sync "$central"
  close
  say "Sans réseau, chacun répond à sa partie, et tous deux à la même question, différemment."
  open
  try 6 --data "$amina" entry set "$entry" ga_regularity=3 organ_functioning=3 --source ga_regularity=seen
  try 6 --data "$hassan" entry set "$entry" ga_regularity=2 bookkeeping=1 --comment "bookkeeping=Reçus dans une boîte"
  close
  say "Ils synchronisent. Ce que chacun a répondu seul se complète ; le désaccord attend une décision."
  open
  for data in "$amina" "$hassan"; do try 8 --quiet --data "$data" sync "$central"; done
  quiet --data "$amina" sync "$central"
  close
  say "## 2. Compléter, noter, finaliser" "Amina répond au reste. La commande dit ce qui manque."
  open
  rest=(diagnostic_round=mid_term diagnostic_date=2026-11-03 interview_language=tachelhit participants_total=6 participants_women=5
    legal_compliance=3 member_participation=3 transparency=2 conflict_management=3 roles_and_tasks=2 manager_skills=2
    stock_management=1 records_filing=2 internal_communication=3 "digital_tools=smartphone messaging" cash_control=2
    cost_price_known=1 profitability=2 turnover_last_year=185000 capital_and_reserves=2 access_to_finance=2
    technical_mastery=3 quality_control=3 hygiene_safety=2 equipment_capacity=2 supply_inputs=3 traceability=1
    market_knowledge=2 product_range=2 brand_packaging=3 promotion=1 certifications_held=none sales_channels=2
    main_client_share=55 customer_contracts=1 price_policy=2 logistics_distance=2 sales_tracking=2 vision_shared=2
    business_plan=1 annual_work_plan=1 indicators_followed=1 evaluation_learning=1 collective_needs=3 jobs_created=4
    decent_work=2 income_effect=2 inclusion=3 resource_use=2 waste_byproducts=3 natural_resource=3
    inputs_packaging_impact=2 climate_risk=1 innovation_practice=2 value_chain_position=2 networks_partnerships=2)
  try 6 --data "$amina" entry set "$entry" "${rest[@]}"
  try 6 --data "$amina" entry finalise "$entry"
  try 6 --data "$amina" entry set "$entry" territorial_anchoring=3
  try 4 --data "$amina" entry finalise "$entry"
  try 12 --data "$amina" conflicts
  conflict=$(id_of --data "$amina" conflicts)
  try 4 --data "$amina" resolve "$conflict" --value 3 --note "PV relu ensemble"
  close
  say "La note, et ce qu'elle propose ; puis Amina finalise, et tout le monde garde ce qu'elle avait devant elle."
  open
  try 24 --data "$amina" score "$entry"
  try 30 --data "$amina" suggest "$entry"
  for data in "$amina" "$hassan"; do quiet --data "$data" sync "$central"; done
  try 6 --data "$amina" entry finalise "$entry" --note "Entretien du 3 novembre"
  close
  say "## 3. Renvoyé, corrigé, validé" "Hassan, qui ne sait pas encore que c'est finalisé, répond encore à une question. La coordination le voit ; cela ne compte pas."
  open
  before=$("$binary" --json --data "$amina" score "$entry" 2>/dev/null)
  try 6 --data "$hassan" entry set "$entry" climate_risk=4
  for data in "$hassan" "$amina" "$khadija" "$hassan" "$amina"; do quiet --data "$data" sync "$central"; done
  after=$("$binary" --json --data "$khadija" score "$entry" 2>/dev/null)
  [ "$before" = "$after" ] || { echo "transcript.sh: the score changed" >&2; exit 1; }
  printf '$ mourafaka --data D/coordinator entry show %s | tail -n 3\n' "$entry"
  answer --data "$khadija" entry show "$entry" | tail -n 3
  try 6 --data "$amina" entry validate "$entry"
  try 6 --data "$khadija" entry return "$entry" --remark "bookkeeping=Ouvrir un cahier et le photographier" --note "Un point à revoir"
  close
  say "Amina corrige la réponse visée et finalise de nouveau ; Khadija valide, puis clôt."
  open
  for data in "$khadija" "$amina"; do quiet --data "$data" sync "$central"; done
  try 6 --data "$amina" entry set "$entry" bookkeeping=2
  try 6 --data "$amina" entry finalise "$entry"
  for data in "$amina" "$khadija"; do quiet --data "$data" sync "$central"; done
  try 6 --data "$khadija" entry validate "$entry"
  try 6 --data "$khadija" entry close "$entry"
  try 6 --data "$amina" entry validate "$entry"
  close
}

survey() {
  local book=tests/data/forms/workbooks/getodk__web-forms__socio-economic-survey-v20240515.xlsx
  say "## 4. Un classeur public, jusqu'à pandas" "Une enquête publiée par d'autres (ODK Web Forms), sans rien y changer : vérifiée, publiée, reçue, remplie, exportée."
  open
  try 2 form check "$book"
  try 3 --quiet --data "$khadija" form publish "$book"
  for data in "$khadija" "$amina"; do quiet --data "$data" sync "$central"; done
  try 3 --data "$amina" entry new socio-economic-survey --cooperative "$name"
  entry=$("$binary" --json --data "$amina" list entry --where "cooperative=$cooperative" --where state=draft 2>/dev/null |
    grep -oE '"id":"[^"]+"' | tail -1 | cut -d'"' -f4)
  try 4 --quiet --data "$amina" entry set "$entry" --add familyMembers region=Punjab "residentialAddress=Douar Exemple" \
    primaryContactNo=0600000000 householdIncome=2 internetHH=1 'familyMembers[1]/persons/firstNameFM=Rqia' \
    'familyMembers[1]/persons/gender=2' 'familyMembers[2]/persons/firstNameFM=Lahcen' 'familyMembers[2]/persons/gender=1'
  for data in "$amina" "$khadija"; do quiet --data "$data" sync "$central"; done
  try 4 --data "$khadija" export "$dir/enquete" --format csv --entry "$entry"
  close
  say "Les fichiers ont la forme de ceux d'ODK Central : une table, et une par groupe répété, liées par \`KEY\` et \`PARENT_KEY\`."
  open
  cat >"$dir/read.py" <<'PY'
import glob, os, sys
import pandas

for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.csv")), key=len):
    table = pandas.read_csv(path, dtype=str)
    told = [c for c in table if c.split("-")[-1] in ("region", "householdIncome", "internetHH", "firstNameFM", "gender")]
    keys = [c for c in ("KEY", "PARENT_KEY") if c in table]
    print(os.path.basename(path), table.shape)
    print(table[told + keys].to_csv(index=False))
PY
  printf '$ cat read.py\n'
  cat "$dir/read.py"
  printf '$ python read.py D/enquete\n'
  "$python" "$dir/read.py" "$dir/enquete"
  close
  say "Avec Python $("$python" -c 'import sys; print(sys.version.split()[0])') et pandas $("$python" -c 'import pandas; print(pandas.__version__)')."
}

mkdir -p docs
{ story; survey; } | shortened >"$dir/text"
mv "$dir/text" "$text"
echo "$text"
