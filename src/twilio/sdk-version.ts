/** The version of the Voice SDK that this library is built and tested with. A test compares it with package.json. */
export const SDK_VERSION = '2.18.5';
