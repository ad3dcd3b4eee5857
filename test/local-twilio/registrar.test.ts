import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Registrar } from '../../demo/local-twilio/registrar.js';

test('every registration of an identity is found, in the order in which they came', () => {
  const registrar = new Registrar<string>();
  registrar.register('alice', 'tab 1');
  registrar.register('bob', 'phone');
  registrar.register('alice', 'tab 2');
  assert.deepEqual(registrar.find('alice'), ['tab 1', 'tab 2']);
  assert.deepEqual(registrar.identities, ['alice', 'bob']);
});

test('registering again, as the SDK does every 30 s, is still one registration', () => {
  const registrar = new Registrar<string>();
  registrar.register('alice', 'tab 1');
  registrar.register('alice', 'tab 1');
  assert.deepEqual(registrar.find('alice'), ['tab 1']);
});

test('who unregisters is not rung, and the others are', () => {
  const registrar = new Registrar<string>();
  registrar.register('alice', 'tab 1');
  registrar.register('alice', 'tab 2');
  registrar.unregister('tab 1');
  assert.deepEqual(registrar.find('alice'), ['tab 2']);
});

test('an identity whose last registration went is nobody', () => {
  const registrar = new Registrar<string>();
  registrar.register('alice', 'tab 1');
  registrar.unregister('tab 1');
  assert.deepEqual(registrar.identities, []);
  assert.deepEqual(registrar.find('alice'), []);
});

test('what was found stays as it was when somebody leaves while it rings', () => {
  const registrar = new Registrar<string>();
  registrar.register('alice', 'tab 1');
  const found = registrar.find('alice');
  registrar.unregister('tab 1');
  assert.deepEqual(found, ['tab 1']);
});
