import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instructAfterDial, instructCall } from '../../demo/server/call-instructions.js';
import type { CallRoutes } from '../../demo/server/call-instructions.js';

const routes: CallRoutes = {
  identity: 'mia',
  dialDoneUrl: '/done',
  phoneNumber: '+12025550199',
  findName: (phoneNumber) => (phoneNumber === '+12025550142' ? 'Ada Winter' : null),
};

const outgoing = (to: string | undefined): string =>
  instructCall({ From: 'client:mia', ...(to === undefined ? {} : { To: to }) }, routes);

test('a call to the number rings the portal, is bridged on answer, and comes back when nobody answers', () => {
  assert.equal(
    instructCall({ From: '+12025550177', To: '+12025550199' }, routes),
    '<?xml version="1.0" encoding="UTF-8"?><Response>' +
      '<Dial answerOnBridge="true" timeout="30" action="/done">' +
      '<Client><Identity>mia</Identity></Client></Dial></Response>',
  );
});

test('a customer who calls is named', () => {
  const twiml = instructCall({ From: '+12025550142', To: '+12025550199' }, routes);
  assert.match(twiml, /<Parameter name="name" value="Ada Winter"\/>/);
});

test('a stranger has the name that the network tells, and it cannot break out of the TwiML', () => {
  const twiml = instructCall({ From: '+12025550177', CallerName: '"/><Hangup/>' }, routes);
  assert.match(twiml, /<Parameter name="name" value="&quot;\/>&lt;Hangup\/>"\/>/);
});

test('what the page wants to call is a number in E.164 or an identity, and nothing else is dialled', () => {
  const rows: [to: string | undefined, dialled: RegExp][] = [
    ['+12025550142', /<Dial answerOnBridge="true" callerId="\+12025550199"><Number>\+12025550142</],
    ['client:jonas', /<Dial answerOnBridge="true" callerId="\+12025550199"><Client>jonas</],
    ['jonas', /<Client>jonas</],
    ['+', /<Say>.*not a number.*<Hangup\/>/],
    ['+0123456789', /<Say>/],
    ['+1202555014', /<Number>/],
    ['+12025550142000000', /<Say>/],
    ['sip:somebody@example.com', /<Say>/],
    ['+12025550142,+19005550100', /<Say>/],
    ['', /<Say>/],
    [undefined, /<Say>/],
  ];
  for (const [to, dialled] of rows) assert.match(outgoing(to), dialled, String(to));
});

test('a caller id that the page sends along is not used', () => {
  const twiml = instructCall({ From: 'client:mia', To: '+12025550142', CallerId: '+19005550100' }, routes);
  assert.doesNotMatch(twiml, /9005550100/);
});

test('whoever rang in vain is told so, and a talk that took place just ends', () => {
  const rows: [status: string | undefined, saysSorry: boolean][] = [
    ['completed', false],
    ['answered', false],
    ['busy', true],
    ['no-answer', true],
    ['failed', true],
    ['canceled', true],
    [undefined, true],
  ];
  for (const [status, saysSorry] of rows) {
    const twiml = instructAfterDial(status === undefined ? {} : { DialCallStatus: status });
    assert.equal(twiml.includes('<Say>'), saysSorry, status);
    assert.match(twiml, /<Hangup\/><\/Response>$/);
  }
});

test('a page that checks its phone hears what it says, and only a page can ask for that', () => {
  const twiml = instructCall({ From: 'client:mia', preflight: 'true' }, routes);
  assert.equal(twiml, '<?xml version="1.0" encoding="UTF-8"?><Response><Echo/></Response>');
  assert.match(instructCall({ From: '+12025550177', preflight: 'true' }, routes), /<Client>/);
});
