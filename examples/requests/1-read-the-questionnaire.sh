#!/usr/bin/env bash
# What the server can do, and the interview it asks.
source "$(dirname "$0")/ask.sh"

ask 200 GET /fhir/metadata
must_hold CapabilityStatement
echo "GET metadata: a CapabilityStatement"

ask 200 GET /fhir/Questionnaire/fasciculation-history
must_hold Questionnaire
echo "GET Questionnaire/fasciculation-history: $(grep -oE '"linkId"' "$answer" | wc -l | tr -d ' ') items and groups"
