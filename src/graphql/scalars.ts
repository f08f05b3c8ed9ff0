import { GraphQLError, Kind } from 'graphql';
import { z } from 'zod';
import { builder } from './builder.ts';

const isoTime = z.iso.datetime({ offset: true });
const parseTime = (value: unknown): Date => {
  const time = isoTime.safeParse(value);
  if (!time.success)
    throw new GraphQLError('DateTime: write an ISO 8601 time with an offset, such as 2022-02-28T09:41:00Z');
  return new Date(time.data);
};
builder.scalarType('DateTime', {
  description:
    'A time. Out: always UTC with milliseconds (2022-02-28T09:41:00.000Z). In: ISO 8601 with any offset (2022-02-28T10:41:00+01:00).',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => value.toISOString(),
  parseValue: parseTime,
  parseLiteral: (node) => parseTime(node.kind === Kind.STRING ? node.value : null),
});

const parseUrl = (value: unknown): string => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (!url) throw new GraphQLError('URL: write an absolute address, such as https://example.com/');
  return url.href;
};
builder.scalarType('URL', {
  description: 'An absolute address (https://example.com/path).',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: String,
  parseValue: parseUrl,
  parseLiteral: (node) => parseUrl(node.kind === Kind.STRING ? node.value : null),
});

const parseLocale = (value: unknown): string => {
  try {
    const [locale] = Intl.getCanonicalLocales(String(value));
    if (typeof value === 'string' && locale) return locale;
  } catch {
    // refused below
  }
  throw new GraphQLError('Locale: write a BCP 47 language tag, such as en or pt-BR');
};
builder.scalarType('Locale', {
  description: 'A BCP 47 language tag (en, en-GB, pt-BR).',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc5646.html',
  serialize: String,
  parseValue: parseLocale,
  parseLiteral: (node) => parseLocale(node.kind === Kind.STRING ? node.value : null),
});
