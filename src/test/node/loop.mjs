// The whole loop against a running server, through a FHIR client that was not made by us.
// node loop.mjs BASE, where BASE is the address of the FHIR API and examples/requests/store.json stands on standard input.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CapabilityTool, Client } from 'fhir-kit-client';

const client = new Client({ baseUrl: process.argv[2] });
const told = (what) => console.log(what);
const place = (entry) => entry.response.location.match(/([A-Z][A-Za-z]+)\/([^/]+)/).slice(1);

const statement = await client.capabilityStatement();
const capabilities = new CapabilityTool(statement);
assert.ok(capabilities.resourceCan('RiskAssessment', 'read'));
assert.equal(capabilities.resourceCan('RiskAssessment', 'delete'), false);
told('metadata: declares what this client looks for');

const interview = await client.read({ resourceType: 'Questionnaire', id: 'fasciculation-history' });
assert.equal(interview.version, '1.0.0');
told('read: the interview');

const stored = await client.transaction({ body: JSON.parse(readFileSync(0, 'utf8')) });
const [, patient] = place(stored.entry[0]);
const [, response] = stored.entry.map(place).find(([type]) => type === 'QuestionnaireResponse');
told('transaction: a patient, her answers and a potassium');

const draft = await client.operation({
  name: '$populate',
  resourceType: 'Questionnaire',
  id: 'fasciculation-history',
  input: {
    resourceType: 'Parameters',
    parameter: [{ name: 'subject', valueReference: { reference: `Patient/${patient}` } }],
  },
});
assert.equal(draft.parameter[0].resource.resourceType, 'QuestionnaireResponse');
told('$populate: a draft');

const nothing = { resourceType: 'Parameters' };
const assess = { name: '$assess', resourceType: 'QuestionnaireResponse', id: response, input: nothing };
const result = await client.operation(assess);
const assessment = result.entry[0].resource;
assert.equal(assessment.resourceType, 'RiskAssessment');
assert.equal(assessment.status, 'final');
const again = await client.operation(assess);
assert.equal(again.entry[0].resource.id, assessment.id);
told('$assess: one RiskAssessment, however often');

const found = await client.search({ resourceType: 'RiskAssessment', searchParams: { patient: `Patient/${patient}` } });
assert.deepEqual(found.entry.map((entry) => entry.resource.id), [assessment.id]);
told('search: found by patient');

let page = await client.search({ resourceType: 'ValueSet', searchParams: { _count: '20' } });
let seen = page.entry.length;
for (let next = client.nextPage({ bundle: page }); next; next = client.nextPage({ bundle: page })) {
  page = await next;
  seen += page.entry.length;
}
assert.equal(seen, page.total);
told(`paging: ${seen} value sets, page by page`);

const read = await client.read({ resourceType: 'Patient', id: patient });
const updated = await client.update({ resourceType: 'Patient', id: patient, body: { ...read, active: true } });
assert.equal(updated.meta.versionId, '2');
const versions = await client.history({ resourceType: 'Patient', id: patient });
assert.equal(versions.entry.length, 2);
const first = await client.vread({ resourceType: 'Patient', id: patient, version: '1' });
assert.equal(first.active, undefined);
told('update, history, vread: every version is kept');

await assert.rejects(
  client.create({ resourceType: 'QuestionnaireResponse', body: { resourceType: 'QuestionnaireResponse' } }),
  (refused) => refused.response.status === 422 && refused.response.data.resourceType === 'OperationOutcome',
);
await assert.rejects(client.delete({ resourceType: 'Patient', id: patient }), (refused) => refused.response.status === 405);
told('refusals: told in an OperationOutcome');
