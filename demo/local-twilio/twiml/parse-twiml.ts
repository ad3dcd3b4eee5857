import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { TwilioError } from '../twilio-error.js';

/** One element of a TwiML document. */
export interface TwimlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TwimlElement[];
  /** The text directly inside, without the space around it. */
  readonly text: string;
}

/** Twilio's own limit: https://www.twilio.com/docs/api/errors/11750 */
const LARGEST_DOCUMENT_IN_BYTES = 64 * 1024;

/**
 * Reads a document and answers its `<Response>`. Throws `TwilioError` 11750 when it is too large, and 12100 when
 * it is not XML, has a DOCTYPE (entities of one's own are how a small document becomes a huge one), or is
 * no `<Response>`.
 */
export function parseTwiml(text: string): TwimlElement {
  if (Buffer.byteLength(text) > LARGEST_DOCUMENT_IN_BYTES) throw new TwilioError(11750);
  if (/<!DOCTYPE/i.test(text)) throw new TwilioError(12100, 'a DOCTYPE is not allowed');
  const validity = XMLValidator.validate(text);
  if (validity !== true) throw new TwilioError(12100, validity.err.msg);
  const roots = readElements(parser.parse(text) as readonly ParsedNode[]);
  const [root] = roots;
  if (!root || roots.length > 1) throw new TwilioError(12100, 'there must be one element around all others');
  if (root.name !== 'Response')
    throw new TwilioError(12100, `the document is a <${root.name}>, not a <Response>`);
  return root;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  // Numeric references such as &#39; too.
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** fast-xml-parser's shape when it keeps the order: one key is the name, `:@` holds the attributes. */
type ParsedNode = Readonly<Record<string, readonly ParsedNode[] | Record<string, string> | string>>;

function readElements(nodes: readonly ParsedNode[]): TwimlElement[] {
  return nodes.filter((node) => !('#text' in node)).map(readElement);
}

function readText(node: ParsedNode): string {
  const text = node['#text'];
  return typeof text === 'string' ? text : '';
}

function readElement(node: ParsedNode): TwimlElement {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = (node[name] ?? []) as readonly ParsedNode[];
  return {
    name,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: readElements(content),
    text: content.map(readText).join('').trim(),
  };
}
