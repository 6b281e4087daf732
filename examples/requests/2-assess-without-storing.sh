#!/usr/bin/env bash
# Assesses one of the cases; nothing is read from the server's chart and nothing is stored.
# Usage: 2-assess-without-storing.sh [CASE]   (a folder of examples/cases)
source "$(dirname "$0")/ask.sh"
case=${1:-potassium-2-3-benign-history}
folder=../cases/$case

parameters() {
  printf '{"resourceType":"Parameters","parameter":[{"name":"response","resource":'
  cat "$folder/response.json"
  if [[ -f $folder/chart.json ]]; then
    printf '},{"name":"chart","resource":'
    cat "$folder/chart.json"
  fi
  printf '}]}'
}

parameters | ask 200 POST '/fhir/QuestionnaireResponse/$assess' -
must_hold RiskAssessment
echo "POST QuestionnaireResponse/\$assess with $case: urgency $(urgency)"
