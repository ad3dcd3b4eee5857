import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createElement } from 'react';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import * as react from '../../src/react/index.js';
import { readSourceFiles } from './source-files.js';

const { PhoneDialer, TwilioPhone, useCallControls, useIncomingCall, useTwilio } = react;

test('a server renders the phone, its attributes by their own names, and touches no window', () => {
  const phone = createElement(
    TwilioPhone,
    {
      tokenUrl: '/api/twilio/token',
      ringTimeout: 20,
      autoAnswer: true,
      record: false,
      className: 'mine',
      tokenProvider: () => Promise.resolve({ token: 'secret' }),
      onCallIncoming: () => undefined,
    },
    createElement(PhoneDialer, { value: '+12025550101' }),
  );
  assert.equal(
    renderToString(phone),
    '<twilio-phone token-url="/api/twilio/token" ring-timeout="20" auto-answer="" class="mine">' +
      '<phone-dialer value="+12025550101"></phone-dialer></twilio-phone>',
  );
  assert.equal(typeof window, 'undefined');
});

test('a server renders what the hooks say of a page without a phone', () => {
  function Words(): ReactElement {
    const { isDeviceReady, currentCallState } = useTwilio();
    const { hasIncomingCall } = useIncomingCall();
    const { hasActiveCall } = useCallControls();
    return createElement(
      'p',
      null,
      JSON.stringify([isDeviceReady, currentCallState, hasIncomingCall, hasActiveCall]),
    );
  }
  assert.equal(renderToString(createElement(Words)), '<p>[false,null,false,false]</p>');
});

test('every file with a hook or a component says "use client" first, where frameworks look for it', () => {
  const files = readSourceFiles(['src/react'], ['.ts']);
  const needing = files.filter(({ text }) => /from 'react'|createWrapper</.test(text));
  assert.ok(needing.length > 8);
  for (const { path, text } of needing.filter(({ path }) => !path.endsWith('intrinsic-elements.ts')))
    assert.ok(text.startsWith("'use client';\n"), path);
});

test('the package exports the guide’s three hooks', () => {
  const hooks = Object.keys(react).filter((name) => name.startsWith('use'));
  assert.deepEqual(hooks.sort(), ['useCallControls', 'useIncomingCall', 'useTwilio']);
});
