#!/usr/bin/env bash
# A response with four faults: an answer to a disabled item, an unknown code, `none` beside another answer, a wrong type.
source "$(dirname "$0")/ask.sh"

ask 422 POST /fhir/QuestionnaireResponse refused.json
must_hold OperationOutcome
echo "POST QuestionnaireResponse: 422 with $(grep -oE '"severity"' "$answer" | wc -l | tr -d ' ') issues, nothing stored"
grep -oE '"diagnostics" ?: ?"[^"]*"' "$answer" | sed 's/^/  /' || true
