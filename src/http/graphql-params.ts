import { type Incoming, splitTarget } from './exchange.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';

/** What a GraphQL request asks for, checked in shape and nothing more. */
export interface GraphQLParams {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Refusal 400; the text itself is not repeated. */
function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, `${what}: must be JSON`);
  }
}

function optionalObject(fields: Fields, name: string): Fields | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || isObject(value)) return value;
  throw new Refusal(400, `${name}: must be an object`);
}

/** @throws Refusal 400 where a parameter is missing or of the wrong type. Parameters we do not know are ignored. */
function checkFields(fields: Fields): GraphQLParams {
  const variables = optionalObject(fields, 'variables');
  const extensions = optionalObject(fields, 'extensions');
  const { query, operationName } = fields;
  if (query == null && isObject(extensions?.['persistedQuery'])) {
    // The words Apollo's clients look for before they send the whole document.
    throw new Refusal(400, 'PersistedQueryNotSupported', { code: 'PERSISTED_QUERY_NOT_SUPPORTED' });
  }
  if (typeof query !== 'string') throw new Refusal(400, 'query: must be a string');
  if (operationName != null && typeof operationName !== 'string') {
    throw new Refusal(400, 'operationName: must be a string');
  }
  return {
    query,
    ...(operationName ? { operationName } : {}),
    ...(variables && { variables }),
    ...(extensions && { extensions }),
  };
}

function fromQuery(query: string): GraphQLParams {
  const search = new URLSearchParams(query);
  const parsed = (name: string): unknown => {
    const text = search.get(name);
    return text ? parseJson(text, name) : undefined;
  };
  return checkFields({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') ?? undefined,
    variables: parsed('variables'),
    extensions: parsed('extensions'),
  });
}

/** Forms, multipart and plain text can be sent by any page without asking first: they are refused with every other type. */
function checkContentType(incoming: Incoming): void {
  const [type = '', ...parameters] = (incoming.header('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => /^charset="?([^"]*)"?$/.exec(one.trim())?.[1]).find((one) => one);
  const isJson = type.trim() === 'application/json' && (charset ?? 'utf-8').replace('utf8', 'utf-8') === 'utf-8';
  const encoding = (incoming.header('content-encoding') ?? 'identity').toLowerCase();
  if (!isJson || encoding !== 'identity') {
    throw new Refusal(415, 'content-type: must be application/json in UTF-8, not encoded', {
      headers: { accept: 'application/json' },
    });
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(400, 'request body: must be UTF-8');
  }
}

/**
 * What a GET or POST asks for.
 * @throws Refusal 400, 405, 413 or 415.
 */
export async function readGraphQLParams(incoming: Incoming): Promise<GraphQLParams> {
  if (incoming.method === 'GET') return fromQuery(splitTarget(incoming.target).query);
  if (incoming.method !== 'POST') {
    throw new Refusal(405, 'method: GET or POST', {
      headers: { allow: 'GET, POST, OPTIONS' },
    });
  }
  checkContentType(incoming);
  const fields = parseJson(decode(incoming.body ? await readBody(incoming.body) : new Uint8Array()), 'request body');
  if (Array.isArray(fields)) throw new Refusal(400, 'request body: one operation, batches are not offered');
  if (!isObject(fields)) throw new Refusal(400, 'request body: must be a JSON object');
  return checkFields(fields);
}
