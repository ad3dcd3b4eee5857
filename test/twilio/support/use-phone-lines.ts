import { ECHO, hangUp, misbehave, putThroughTo, startLocalTwilio } from './local-twilio.js';
import { PhoneLine } from './phone-line.js';

type OpenLine = (...options: ConstructorParameters<typeof PhoneLine>) => PhoneLine;

/** For the tests of one `describe`: local Twilio, where all calls reach somebody, and lines that are closed again. */
export function usePhoneLines(): OpenLine {
  const lines: PhoneLine[] = [];

  before(async () => {
    await startLocalTwilio();
    await putThroughTo(ECHO);
  });

  afterEach(async () => {
    for (const line of lines.splice(0)) line.port.destroy();
    await misbehave({ do: 'behave' });
    await putThroughTo(ECHO);
    await hangUp();
  });

  return (...options) => {
    const line = new PhoneLine(...options);
    lines.push(line);
    return line;
  };
}
