import type { VoiceSdk, VoiceSdkDevice } from '../../../src/twilio/voice-sdk.js';

/** The same SDK; each device that it builds is handed over too. */
export function watchDevices<Device extends VoiceSdkDevice>(sdk: VoiceSdk, devices: Device[]): VoiceSdk {
  const Device = new Proxy(sdk.Device, {
    construct: (target, parameters: ConstructorParameters<VoiceSdk['Device']>) => {
      const device = new target(...parameters) as Device;
      devices.push(device);
      return device;
    },
  });
  return { Device };
}
