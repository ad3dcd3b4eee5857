/** One line of what Twilio's console would show under "error logs", and of what happened between. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  /** Twilio's number, or null where it has none. */
  readonly code: number | null;
  readonly message: string;
  readonly callSid: string | null;
}

/** Where log entries go. No entry ever holds a token. */
export type Log = (entry: LogEntry) => void;

/** Warnings and errors to the terminal: what local Twilio does not imitate must not pass in silence. */
export const logToTerminal: Log = ({ level, code, message, callSid }) => {
  if (level === 'info') return;
  const where = callSid ? ` (${callSid})` : '';
  console.error(`local Twilio: ${level}${code === null ? '' : ` ${code}`}: ${message}${where}`);
};
