import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TwilioError } from '../../demo/local-twilio/twilio-error.js';
import { checkGrammar } from '../../demo/local-twilio/twiml/grammar.js';
import { parseTwiml } from '../../demo/local-twilio/twiml/parse-twiml.js';

function refusalOf(twiml: string): string {
  try {
    checkGrammar(parseTwiml(twiml));
    return 'taken';
  } catch (error) {
    assert.ok(error instanceof TwilioError);
    return `${error.code} ${error.message}`;
  }
}

test('a document keeps its order, attributes, entities and CDATA', () => {
  const response = parseTwiml(`<?xml version="1.0" encoding="UTF-8"?>
    <!-- a comment -->
    <Response>
      <Say voice="woman">Tom &amp; Jerry &#39;s &lt;caf&#xe9;&gt;</Say>
      <Dial timeout="5">
        <Client>  bob </Client>
        <Number>+1 202 555 0101</Number>
      </Dial>
      <Say><![CDATA[1 < 2]]></Say>
    </Response>`);
  assert.deepEqual(
    response.children.map(({ name }) => name),
    ['Say', 'Dial', 'Say'],
  );
  const [first, dial, last] = response.children;
  assert.equal(first?.text, "Tom & Jerry 's <café>");
  assert.deepEqual(first?.attributes, { voice: 'woman' });
  assert.deepEqual(
    dial?.children.map(({ name, text }) => [name, text]),
    [
      ['Client', 'bob'],
      ['Number', '+1 202 555 0101'],
    ],
  );
  assert.equal(last?.text, '1 < 2');
});

test('numbers and booleans in a document stay the text that they are', () => {
  const [client] = parseTwiml('<Response><Client a="007">007</Client></Response>').children;
  assert.deepEqual(client?.attributes, { a: '007' });
  assert.equal(client?.text, '007');
});

const refused: readonly [string, string, RegExp][] = [
  ['nothing', '', /^12100 /],
  ['a sentence', 'Not found', /^12100 /],
  ['a tag left open', '<Response><Say>hello</Response>', /^12100 .*Say/],
  ['a page', '<html><body/></html>', /^12100 .*<html>/],
  ['two roots', '<Response/><Response/>', /^12100 /],
  ['a DOCTYPE', '<!DOCTYPE Response [<!ENTITY a "b">]><Response>&a;</Response>', /^12100 .*DOCTYPE/],
  ['more than 64 kB', `<Response><Say>${'a'.repeat(65_536)}</Say></Response>`, /^11750 /],
  ['a verb that is not imitated', '<Response><Gather/></Response>', /^12200 .*<Gather> in <Response>/],
  ['a verb in another case', '<Response><say>a</say></Response>', /^12200 .*<say>/],
  [
    'a noun that is not imitated',
    '<Response><Dial><Sip>a</Sip></Dial></Response>',
    /^12200 .*<Sip> in <Dial>/,
  ],
  [
    'a conference, as yet',
    '<Response><Dial><Conference>a</Conference></Dial></Response>',
    /^12200 .*<Conference>/,
  ],
  [
    'an attribute that is not imitated',
    '<Response><Dial record="true"/></Response>',
    /^12200 .*"record" of <Dial>/,
  ],
  [
    'an attribute of a noun',
    '<Response><Dial><Client url="a">b</Client></Dial></Response>',
    /"url" of <Client>/,
  ],
  ['an attribute of the document', '<Response a="b"/>', /"a" of <Response>/],
  ['speech markup', '<Response><Say>a<break/>b</Say></Response>', /<break> in <Say>/],
  ['text between verbs', '<Response>hello</Response>', /text in <Response>/],
  ['text in a pause', '<Response><Pause>1</Pause></Response>', /text in <Pause>/],
];

for (const [name, twiml, expected] of refused) {
  test(`${name} is refused by name`, () => {
    assert.match(refusalOf(twiml), expected);
  });
}

test('everything that is imitated is taken', () => {
  const twiml = `<Response>
    <Say voice="man" language="de-DE" loop="2">Guten Tag</Say>
    <Play loop="0">http://localhost/a.wav</Play>
    <Play digits="1w2"/>
    <Pause length="3"/>
    <Dial timeout="5" action="/a" method="GET" answerOnBridge="true" callerId="+12025550100">
      <Client>bob</Client>
      <Client><Identity>bob</Identity><Parameter name="a" value="b"/></Client>
      <Number>+12025550101</Number>
    </Dial>
    <Dial>+12025550101</Dial>
    <Redirect method="GET">/b</Redirect>
    <Reject reason="busy"/>
    <Hangup/>
  </Response>`;
  assert.equal(refusalOf(twiml), 'taken');
});
