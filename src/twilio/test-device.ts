import type {
  VoiceSdk,
  VoiceSdkCall,
  VoiceSdkDevice,
  VoiceSdkDeviceOptions,
  VoiceSdkPreflightOptions,
} from './voice-sdk.js';

/** By this the voice webhook knows a test call. */
export const testCallParameters = { preflight: 'true' } as const;

interface TestDeviceParts {
  readonly options: VoiceSdkDeviceOptions;
  readonly onCall: (call: VoiceSdkCall) => void;
}

/**
 * The class of device that the SDK's preflight test is to use instead of its own, which (2.18.5, `preflight.js` line
 * 216) fetches fifteen sounds from a third party, posts to the event gateway, warns that it cannot, and registers:
 * callers would ring it too, and it would decline them all when it goes.
 */
export function createTestDevice(
  { Device }: VoiceSdk,
  { options, onCall }: TestDeviceParts,
): VoiceSdkPreflightOptions['deviceFactory'] {
  return class TestDevice extends Device {
    constructor(token: string, given: VoiceSdkDeviceOptions) {
      super(token, { ...given, ...options });
    }

    /** A call needs no registration, and the test only waits to be told of one. */
    override register(): Promise<void> {
      queueMicrotask(() => this.emit('registered'));
      return Promise.resolve();
    }

    override async connect(): Promise<VoiceSdkCall> {
      const call = await super.connect({ params: { ...testCallParameters } });
      onCall(call);
      return call;
    }

    /** The test is over when its device says that it is not registered any more. */
    override destroy(): void {
      this.emit('unregistered');
      super.destroy();
      // An error without a listener would be thrown into the page.
      (this as VoiceSdkDevice).on('error', () => undefined);
    }
  };
}
