import { expect } from '@open-wc/testing';
import { toMicrophoneError } from '../../src/media/microphone-error.js';

describe('why the microphone did not open', () => {
  const { isSecureContext } = globalThis;

  afterEach(() => {
    setSecure(isSecureContext);
    Reflect.deleteProperty(document, 'featurePolicy');
    Reflect.deleteProperty(document, 'permissionsPolicy');
  });

  function setSecure(isSecure: boolean): void {
    Object.defineProperty(globalThis, 'isSecureContext', { value: isSecure, configurable: true });
  }

  function setPolicy(name: 'featurePolicy' | 'permissionsPolicy', policy: object | undefined): void {
    Object.defineProperty(document, name, { value: policy, configurable: true });
  }

  const rows: readonly (readonly [string, string, string, boolean])[] = [
    ['NotAllowedError', 'Permission denied', 'microphone-denied', false],
    ['NotAllowedError', 'Permission dismissed', 'microphone-dismissed', true],
    ['NotAllowedError', 'Permission denied by system', 'microphone-blocked-by-system', false],
    [
      'NotAllowedError',
      'The request is not allowed by the user agent or the platform in the current context.',
      'microphone-denied',
      false,
    ],
    ['PermissionDeniedError', '', 'microphone-denied', false],
    ['SecurityError', '', 'microphone-forbidden', false],
    ['NotFoundError', 'Requested device not found', 'microphone-missing', true],
    ['DevicesNotFoundError', '', 'microphone-missing', true],
    ['OverconstrainedError', '', 'microphone-unsuitable', true],
    ['ConstraintNotSatisfiedError', '', 'microphone-unsuitable', true],
    ['NotReadableError', 'Could not start audio source', 'microphone-busy', true],
    ['TrackStartError', '', 'microphone-busy', true],
    ['AbortError', '', 'microphone-busy', true],
    ['TypeError', 'whatever', 'microphone-failed', true],
  ];
  for (const [name, message, code, recoverable] of rows) {
    it(`is ${code} for ${name} ${message}`, () => {
      const error = toMicrophoneError(new DOMException(message, name));
      expect(error).to.include({ code, recoverable });
      expect(error.cause).to.include({ name, message });
      expect(error.message).not.to.equal('');
    });
  }

  it('is the page, when it is not secure, whatever the browser says', () => {
    setSecure(false);
    const error = toMicrophoneError(
      new TypeError("Cannot read properties of undefined (reading 'getUserMedia')"),
    );
    expect(error).to.include({ code: 'page-not-secure', recoverable: false });
  });

  it('is the page’s policy, when the browser can be asked and says so', () => {
    setPolicy('featurePolicy', { allowsFeature: (name: string) => name !== 'microphone' });
    const error = toMicrophoneError(new DOMException('Permission denied', 'NotAllowedError'));
    expect(error).to.include({ code: 'microphone-forbidden', recoverable: false });
  });

  it('is the page’s policy, and not the system, when both keep the microphone away', () => {
    setPolicy('featurePolicy', { allowsFeature: () => false });
    const error = toMicrophoneError(new DOMException('Permission denied by system', 'NotAllowedError'));
    expect(error.code).to.equal('microphone-forbidden');
  });

  it('is the person, when the policy allows the microphone', () => {
    setPolicy('permissionsPolicy', { allowsFeature: () => true });
    const error = toMicrophoneError(new DOMException('Permission denied', 'NotAllowedError'));
    expect(error.code).to.equal('microphone-denied');
  });

  it('is the policy by the error’s words, where the browser cannot be asked', () => {
    setPolicy('featurePolicy', undefined);
    const message = 'The request is not allowed by the Permissions Policy of this frame.';
    expect(toMicrophoneError(new DOMException(message, 'NotAllowedError')).code).to.equal(
      'microphone-forbidden',
    );
  });

  it('is unknown for what is not even an error', () => {
    expect(toMicrophoneError(undefined).code).to.equal('microphone-failed');
  });
});
