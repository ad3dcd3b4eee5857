/**
 * A reporter for node:test that writes one line of JSON, `{ passed, failed }`. A file without a test counts
 * for nothing, where Node itself takes it for a test that passed.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* countNodeTests(events) {
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (data.details?.type === 'suite' || data.skip !== undefined || data.todo !== undefined) continue;
    if (type === 'test:pass' && !isFile(data)) counts.passed += 1;
    if (type === 'test:fail') counts.failed += 1;
  }
  yield JSON.stringify(counts);
}

function isFile({ name, file }) {
  return name === file || name.endsWith('.test.ts');
}
