import { expect } from '@open-wc/testing';
import { readTokenAnswer } from '../../src/browser/read-token-answer.js';
import { readTokenFindings } from '../../src/browser/read-token-findings.js';

function tokenOf(claims: object): string {
  return ['head', btoa(JSON.stringify(claims)), 'signature'].join('.');
}

describe('what a token says about itself', () => {
  const times = { iat: 1000, exp: 1600 };

  function find(claims: object, rest: object = {}) {
    return readTokenFindings(readTokenAnswer({ token: tokenOf(claims), ...rest }), 1_007_400);
  }

  it('is how long it lives, what it allows, and by how much the clocks differ', () => {
    const voice = { incoming: { allow: true }, outgoing: { application_sid: 'AP1' } };
    expect(find({ ...times, grants: { identity: 'mia', voice } })).to.deep.equal({
      isReadable: true,
      lifetimeInSeconds: 600,
      clockAheadInSeconds: 7,
      mayReceiveCalls: true,
      mayPlaceCalls: true,
      isTestCallOffered: false,
    });
  });

  it('is what it does not allow', () => {
    const { mayReceiveCalls, mayPlaceCalls } = find({ ...times, grants: { identity: 'mia', voice: {} } });
    expect([mayReceiveCalls, mayPlaceCalls]).to.deep.equal([false, false]);
  });

  it('is nothing where it is no JWT, or not one of Twilio’s', () => {
    expect(readTokenFindings(readTokenAnswer({ token: 'opaque' }), 0)).to.deep.equal({
      isReadable: false,
      lifetimeInSeconds: null,
      clockAheadInSeconds: null,
      mayReceiveCalls: null,
      mayPlaceCalls: null,
      isTestCallOffered: false,
    });
    expect(find(times).mayReceiveCalls).to.equal(null);
  });

  it('comes with whether the backend answers test calls', () => {
    expect(find(times, { preflight: true }).isTestCallOffered).to.equal(true);
    expect(find(times, { preflight: 'yes' }).isTestCallOffered).to.equal(false);
  });

  it('never is who it is for, nor the token', () => {
    const text = JSON.stringify(find({ ...times, grants: { identity: 'mia', voice: {} } }));
    expect(text).not.to.contain('mia');
    expect(text).not.to.contain('signature');
  });
});
