/** The two ways a GraphQL answer can be written. */
export type MediaType = 'application/graphql-response+json' | 'application/json';

const RESPONSE: MediaType = 'application/graphql-response+json';
const JSON_TYPE: MediaType = 'application/json';

/** Weight of one range of an Accept header, 0 to 1; a range without or with a broken weight counts 1. */
function weightOf(parameters: readonly string[]): number {
  const q = parameters.map((one) => /^q=([\d.]+)$/i.exec(one.trim())?.[1]).find((one) => one !== undefined);
  const weight = q === undefined ? 1 : Number(q);
  return weight >= 0 && weight <= 1 ? weight : 1;
}

/**
 * The media type to answer in: the heavier of the two; of equals the one for GraphQL, but only where it is named.
 * No header, `*` and `application/*` mean plain JSON (GraphQL over HTTP, "Legacy watershed"). Null: neither is accepted.
 */
export function chooseMediaType(accept: string | null): MediaType | null {
  const named = new Map<string, number>();
  for (const range of (accept?.trim() || '*/*').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';');
    named.set(type.trim(), weightOf(parameters));
  }
  const any = named.get('application/*') ?? named.get('*/*') ?? 0;
  const response = named.get(RESPONSE) ?? 0;
  const plain = named.get(JSON_TYPE) ?? any;
  if (response === 0 && plain === 0) return null;
  return response >= plain ? RESPONSE : JSON_TYPE;
}
