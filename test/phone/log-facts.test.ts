import { expect } from '@open-wc/testing';
import { FactHistory } from '../../src/core/fact-history.js';
import { logFacts } from '../../src/phone/log-facts.js';
import { TestPhone } from '../support/test-phone.js';

const { debug } = console;
let said: string[];

beforeEach(() => {
  said = [];
  console.debug = (...words: unknown[]) => said.push(JSON.stringify(words));
});

afterEach(() => {
  console.debug = debug;
});

function recordedPhone() {
  const phone = new TestPhone();
  const history = new FactHistory(phone.clock);
  phone.controller.subscribeToFacts((fact) => history.note(fact));
  return { phone, history };
}

describe('the log of a phone at log-level="debug"', () => {
  it('begins with what happened before it was there', () => {
    const { phone, history } = recordedPhone();
    phone.device.emit({ type: 'registering' });
    phone.device.emit({ type: 'registered', identity: 'mia', edge: null });
    logFacts(phone.controller, history);
    expect(said).to.have.length(history.facts.length);
    expect(said.at(-1)).to.contain('device-registered');
  });

  it('says each thing once, as it happens, and nothing about who', () => {
    const { phone, history } = recordedPhone();
    logFacts(phone.controller, history);
    phone.device.emit({ type: 'registering' });
    phone.device.emit({ type: 'registered', identity: 'mia', edge: null });
    phone.ring({ from: '+12025550177' });
    expect(said).to.have.length(history.facts.length);
    expect(said.join()).to.contain('…77').and.not.to.contain('2025550177').and.not.to.contain('mia');
  });
});
