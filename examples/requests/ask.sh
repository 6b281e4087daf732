# Sourced by the scripts beside it: where the server is, and one way to ask it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
FASCICLE_URL=${FASCICLE_URL:-http://localhost:8080}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# ask STATUS METHOD PATH [FILE]: sends FILE (- reads standard input), leaves the body in $answer, fails on another status.
ask() {
  local expected=$1 method=$2 path=$3 status
  local send=(curl -sS -o "$answer" -w '%{http_code}' -X "$method" -H 'Accept: application/fhir+json')
  [[ $# -lt 4 ]] || send+=(-H 'Content-Type: application/fhir+json' --data-binary "@$4")
  status=$("${send[@]}" "$FASCICLE_URL$path")
  if [[ $status != "$expected" ]]; then
    echo "$method $path: expected $expected, got $status" >&2
    cat "$answer" >&2
    exit 1
  fi
}

# first_id TYPE: the id of the first resource of that type the last answer points at.
first_id() {
  { grep -oE "$1/[A-Za-z0-9.-]+" "$answer" || { echo "no $1 in the answer" >&2; exit 1; }; } | sed -n '1s|.*/||p'
}

# count TYPE: how many resources of that type the last answer holds.
count() {
  { grep -oE "\"resourceType\" ?: ?\"$1\"" "$answer" || true; } | wc -l | tr -d ' '
}

# must_hold TYPE: fails unless the last answer holds a resource of that type.
must_hold() {
  [[ $(count "$1") -gt 0 ]] || { echo "no $1 in the answer" >&2; exit 1; }
}

# urgency: what the RiskAssessment in the last answer says.
urgency() {
  sed -nE 's/.*"(emergency|same-day|urgent|soon|routine|self-care)".*/\1/p' \
    <<<"$(grep -oE '"valueCode" ?: ?"[a-z-]+"' "$answer")" | sed -n 1p
}
