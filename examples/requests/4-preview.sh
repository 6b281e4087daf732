#!/usr/bin/env bash
# The same answer as an assessment, with nothing written.
source "$(dirname "$0")/ask.sh"

ask 200 POST /fhir store.json
patient=$(first_id Patient)
response=$(first_id QuestionnaireResponse)
echo "POST transaction: Patient/$patient and QuestionnaireResponse/$response"

ask 200 POST "/fhir/QuestionnaireResponse/$response/\$assess" preview.json
must_hold RiskAssessment
echo "POST QuestionnaireResponse/$response/\$assess with preview: urgency $(urgency)"

ask 200 GET "/fhir/RiskAssessment?patient=Patient/$patient"
[[ $(count RiskAssessment) == 0 ]] || { echo "the preview wrote a RiskAssessment" >&2; exit 1; }
echo "GET RiskAssessment?patient=Patient/$patient: none, as it should be"
