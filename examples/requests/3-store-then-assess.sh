#!/usr/bin/env bash
# Stores a patient, her answers and a potassium of 2.3 in one transaction, assesses the answers by id, finds the result again.
source "$(dirname "$0")/ask.sh"

ask 200 POST /fhir store.json
patient=$(first_id Patient)
response=$(first_id QuestionnaireResponse)
echo "POST transaction: Patient/$patient and QuestionnaireResponse/$response"

echo '{"resourceType":"Parameters"}' | ask 200 POST "/fhir/QuestionnaireResponse/$response/\$assess" -
must_hold RiskAssessment
echo "POST QuestionnaireResponse/$response/\$assess: urgency $(urgency), written to the chart"

ask 200 GET "/fhir/RiskAssessment?patient=Patient/$patient"
must_hold RiskAssessment
echo "GET RiskAssessment?patient=Patient/$patient: $(count RiskAssessment) found"
