/** Which token a sample in Ruby or PHP asks Twilio's library for, as read from its source. */
import { parsePhp, parseRuby } from './parse-samples.js';
import type { SyntaxNode } from './parse-samples.js';

/** What stands outside of a sample while it is read. */
export interface SampleScene {
  /** The environment's variables. */
  readonly variables: Readonly<Record<string, string>>;
  /** What a sample writes into the identity: who is signed in. */
  readonly userId: number;
}

/** What the token would say, by the names of its claims, and what signs it. */
export interface SampleToken {
  readonly iss: unknown;
  readonly sub: unknown;
  readonly secret: unknown;
  readonly lifetimeInSeconds: unknown;
  readonly grants: object;
}

/** `AccessToken.new(account, key, secret, grants, identity:, ttl:)`, and a grant's `incoming_allow = …`. */
export function readRubyToken(text: string, { variables, userId }: SampleScene): SampleToken {
  const { nodes } = parseRuby(text);
  const calls = nodes.filter(({ type }) => type === 'CallNode');
  const made = calls.find(({ name, receiver }) => name === 'new' && named(receiver) === 'AccessToken');
  const [sub, iss, secret] = argumentsOf(made).map(valueOf);
  return tokenOf({
    ...{ sub, iss, secret },
    identity: keyword('identity'),
    lifetimeInSeconds: keyword('ttl'),
    allow: assigned('incoming_allow='),
    applicationSid: assigned('outgoing_application_sid='),
  });

  function keyword(wanted: string): unknown {
    const [hash] = argumentsOf(made).filter(({ type }) => type === 'KeywordHashNode');
    return valueOf(nodeList(hash?.['elements']).find(({ key }) => textOf(key) === wanted)?.['value']);
  }

  function assigned(name: string): unknown {
    return valueOf(argumentsOf(calls.find((call) => call['name'] === name))[0]);
  }

  function valueOf(value: unknown): unknown {
    const node = asNode(value);
    if (node['type'] === 'TrueNode') return true;
    if (node['type'] === 'IntegerNode') return node['value'];
    if (node['type'] === 'ConstantReadNode') {
      const isWrite = ({ type, name }: SyntaxNode) => type === 'ConstantWriteNode' && name === node['name'];
      return valueOf(nodes.find(isWrite)?.['value']);
    }
    if (node['type'] === 'InterpolatedStringNode') {
      return nodeList(node['parts'])
        .map((part) => textOf(part) ?? userId)
        .join('');
    }
    const isEnvironment = node['name'] === 'fetch' && named(node['receiver']) === 'ENV';
    return isEnvironment ? variables[textOf(argumentsOf(node)[0]) ?? ''] : undefined;
  }
}

/** `new AccessToken(account, key, secret, ttl, identity)`, and a grant's `setIncomingAllow(…)`. */
export function readPhpToken(text: string, { variables, userId }: SampleScene): SampleToken {
  const { nodes } = parsePhp(text);
  const made = nodes.find(({ kind, what }) => kind === 'new' && named(what) === 'AccessToken');
  const [sub, iss, secret, lifetimeInSeconds, identity] = nodeList(made?.['arguments']).map(valueOf);
  return tokenOf({
    ...{ sub, iss, secret, lifetimeInSeconds, identity },
    allow: told('setIncomingAllow'),
    applicationSid: told('setOutgoingApplicationSid'),
  });

  function told(method: string): unknown {
    const isTold = ({ kind, what }: SyntaxNode) =>
      kind === 'call' && named(asNode(what)['offset']) === method;
    return valueOf(nodeList(nodes.find(isTold)?.['arguments'])[0]);
  }

  function valueOf(node: SyntaxNode | undefined): unknown {
    if (node?.['kind'] === 'boolean') return node['value'];
    if (node?.['kind'] === 'number') return Number(node['value']);
    if (node?.['kind'] === 'name') {
      const isWrite = ({ kind, name }: SyntaxNode) => kind === 'constant' && named(name) === node['name'];
      return valueOf(asNode(nodes.find(isWrite)?.['value']));
    }
    if (node?.['kind'] === 'encapsed') {
      const parts = nodeList(node['value']).map(({ expression }) => asNode(expression));
      return parts.map(({ kind, value }) => (kind === 'string' ? value : userId)).join('');
    }
    const isRequired = node?.['kind'] === 'call' && named(node['what']) === 'required';
    return isRequired ? variables[String(nodeList(node['arguments'])[0]?.['value'])] : undefined;
  }
}

interface ReadArguments extends Omit<SampleToken, 'grants'> {
  readonly identity: unknown;
  readonly allow: unknown;
  readonly applicationSid: unknown;
}

function tokenOf({ identity, allow, applicationSid, ...rest }: ReadArguments): SampleToken {
  const voice = { incoming: { allow }, outgoing: { application_sid: applicationSid } };
  return { ...rest, grants: { identity, voice } };
}

function argumentsOf(call: SyntaxNode | undefined): SyntaxNode[] {
  return nodeList(asNode(call?.['arguments'])['arguments']);
}

function nodeList(value: unknown): SyntaxNode[] {
  return Array.isArray(value) ? (value as SyntaxNode[]) : [];
}

function asNode(value: unknown): SyntaxNode {
  return (value ?? {}) as SyntaxNode;
}

function named(value: unknown): unknown {
  return asNode(value)['name'];
}

/** The text of a string or a symbol of Ruby's; undefined for anything else. */
function textOf(value: unknown): string | undefined {
  return asNode(asNode(value)['unescaped'])['value'] as string | undefined;
}
