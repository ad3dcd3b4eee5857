import { TwilioError } from '../twilio-error.js';
import type { TwimlElement } from './parse-twiml.js';

/** What an element may have. Whatever is not listed here local Twilio does not imitate, and says so. */
interface Rule {
  readonly attributes: readonly string[];
  readonly children: Readonly<Record<string, Rule>>;
  readonly mayHaveText: boolean;
}

const textOnly = { attributes: [], children: {}, mayHaveText: true };

const verbs: Readonly<Record<string, Rule>> = {
  Say: { ...textOnly, attributes: ['voice', 'language', 'loop'] },
  Play: { ...textOnly, attributes: ['loop', 'digits'] },
  Pause: { attributes: ['length'], children: {}, mayHaveText: false },
  Reject: { attributes: ['reason'], children: {}, mayHaveText: false },
  Hangup: { attributes: [], children: {}, mayHaveText: false },
  Echo: { attributes: [], children: {}, mayHaveText: false },
  Redirect: { ...textOnly, attributes: ['method'] },
  Dial: {
    attributes: ['timeout', 'action', 'method', 'answerOnBridge', 'callerId'],
    mayHaveText: true,
    children: {
      Number: textOnly,
      Client: {
        ...textOnly,
        children: {
          Identity: textOnly,
          Parameter: { attributes: ['name', 'value'], children: {}, mayHaveText: false },
        },
      },
    },
  },
};

/** Checks a whole document before any of it is run. Throws `TwilioError` 12200 that names what is refused. */
export function checkGrammar(response: TwimlElement): void {
  checkElement(response, { attributes: [], children: verbs, mayHaveText: false });
}

function checkElement(element: TwimlElement, rule: Rule): void {
  for (const attribute of Object.keys(element.attributes)) {
    if (!rule.attributes.includes(attribute)) {
      throw refusal(`the attribute "${attribute}" of <${element.name}>`);
    }
  }
  if (element.text !== '' && !rule.mayHaveText) throw refusal(`text in <${element.name}>`);
  for (const child of element.children) {
    const childRule = rule.children[child.name];
    if (!childRule) throw refusal(`<${child.name}> in <${element.name}>`);
    checkElement(child, childRule);
  }
}

function refusal(thing: string): TwilioError {
  return new TwilioError(12200, `local Twilio does not imitate ${thing}`);
}
