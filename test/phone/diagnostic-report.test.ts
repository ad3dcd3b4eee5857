import { expect } from '@open-wc/testing';
import { FactHistory } from '../../src/core/fact-history.js';
import { PhoneCheck } from '../../src/core/phone-check.js';
import { PhoneError } from '../../src/core/phone-error.js';
import { createReport } from '../../src/phone/diagnostic-report.js';
import { settle } from '../support/fake-ports.js';
import { registeredPhone } from '../support/test-phone.js';

/** Planted wherever something from outside can get into a phone. None of it may leave the page. */
const secrets = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJncmFudHMiOnsiaWRlbnRpdHkiOiJtaWEifX0.c2lnbmF0dXJl',
  number: '+12025550177',
  name: 'Ada Winter',
  identity: 'mia_at_the_counter',
  parameter: 'customer-4711',
  device: 'Ada’s headset',
};

async function reportOfABusyDay() {
  const phone = await registeredPhone();
  const history = new FactHistory(phone.clock);
  phone.controller.subscribeToFacts((fact) => history.note(fact));
  const { token, number, name, identity, parameter, device } = secrets;
  const chosen = { id: 'private-id', label: device };
  phone.audio.set({
    microphone: { ...phone.audio.getState().microphone, devices: [chosen], wanted: chosen, used: chosen },
  });
  phone.device.emit({ type: 'registered', identity, edge: 'ashburn' });
  const cause = { code: 31005, name: 'Error', message: `${token} ${number}` };
  phone.device.emit({
    type: 'error',
    error: new PhoneError('connection-failed', `${token} of client:${identity} for ${number}`, { cause }),
  });
  const parameters = { name, account: parameter, From: number };
  const port = await phone.talk({ from: number, to: `client:${identity}`, parameters });
  port.disconnect();
  void phone.controller.makeCall(number, parameters).catch(() => undefined);
  await settle();
  phone.device.placedCalls.at(-1)?.disconnect();
  phone.diagnostics.missing = [token, number];
  const check = new PhoneCheck(phone.controller);
  await check.run(phone.diagnostics);
  const { controller, clock } = phone;
  return createReport({ check: check.getState(), history, controller, now: clock.now() });
}

describe('the report for whoever helps', () => {
  it('says what happened, what was found and with what', async () => {
    const report = JSON.parse(await reportOfABusyDay()) as Record<string, Record<string, unknown>>;
    expect(report['versions']).to.deep.equal({ phone: '0.1.0', sdk: '2.18.5' });
    expect(report['browser']?.['userAgent']).to.equal(navigator.userAgent);
    expect(report['phone']).to.deep.include({ status: 'registered', edge: 'ashburn' });
    expect(report['audio']?.['microphone']).to.deep.equal({
      count: 1,
      isChosenByHand: true,
      isChosenInUse: true,
      isChoicePossible: true,
    });
    const steps = report['check']?.['steps'] as readonly { name: string; error?: { code: string } }[];
    expect(steps.map(({ name }) => name)).to.have.length(7);
    expect(steps[0]?.error?.code).to.equal('browser-unsupported');
    const history = report['history'] as unknown as readonly { at: string; type: string }[];
    expect(history.map(({ type }) => type)).to.include.members(['device-error', 'call-accept']);
    expect(history[0]?.at).to.equal('2026-01-01T00:00:00.000Z');
  });

  it('holds neither token, number, name, identity, parameter nor the name of a device', async () => {
    const text = await reportOfABusyDay();
    for (const [kind, secret] of Object.entries(secrets)) expect(text, kind).not.to.contain(secret);
    for (const piece of ['eyJ', '2025550177', 'Winter', 'mia', '4711', 'private-id', 'token-1']) {
      expect(text).not.to.contain(piece);
    }
    expect(text, 'enough for two people to know which one').to.contain('…77');
  });
});
