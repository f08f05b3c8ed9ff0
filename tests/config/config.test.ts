import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseConfig } from '#config.ts';
import { StartError } from '#errors.ts';

const DEFAULTS = {
  production: false,
  port: 4000,
  host: '127.0.0.1',
  mongodbUri: null,
  dataDir: './data',
  seed: 'auto',
  graphiql: true,
  reader: true,
  corsOrigins: [],
  debugCost: false,
  logLevel: 'info',
  siteUrl: null,
  wordpress: null,
};

/** The lines of the sentence that a wrong environment is refused with. */
function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof StartError) return error.message.split('\n');
    throw error;
  }
}

test('an empty environment gives the defaults, frozen', () => {
  const config = parseConfig({ PATH: '/bin', PORT: '', HOST: ' ' });
  expect(config).toEqual(DEFAULTS);
  expect(Object.isFrozen(config) && Object.isFrozen(config.corsOrigins)).toBe(true);
});

test('every variable is read', () => {
  const config = parseConfig({
    PORT: '0',
    HOST: '::',
    MONGODB_URI: 'mongodb://db.example:27017/news?replicaSet=rs',
    DATA_DIR: '/var/masthead',
    SEED: 'off',
    GRAPHIQL: 'off',
    READER: 'off',
    CORS_ORIGINS: 'https://news.example, http://localhost:3000,',
    DEBUG_COST: '1',
    LOG_LEVEL: 'debug',
    SITE_URL: 'https://news.example/',
    WORDPRESS_USER: 'mara',
    WORDPRESS_PASSWORD: 'abcd efgh',
  });
  expect(config).toEqual({
    production: false,
    port: 0,
    host: '::',
    mongodbUri: 'mongodb://db.example:27017/news?replicaSet=rs',
    dataDir: '/var/masthead',
    seed: 'off',
    graphiql: false,
    reader: false,
    corsOrigins: ['https://news.example', 'http://localhost:3000'],
    debugCost: true,
    logLevel: 'debug',
    siteUrl: 'https://news.example',
    wordpress: { user: 'mara', password: 'abcd efgh' },
  });
});

test('every wrong variable is reported at once, a line each, without its value', () => {
  const problems = problemsOf({
    NODE_ENV: 'production',
    PORT: 'secret-marker',
    HOST: 'secret marker',
    MONGODB_URI: 'http://user:secret-marker@db',
    SEED: 'secret-marker',
    GRAPHIQL: 'true',
    READER: 'yes',
    CORS_ORIGINS: 'https://news.example/',
    DEBUG_COST: 'secret-marker',
    LOG_LEVEL: 'loud',
    SITE_URL: 'news.example',
    EMBEDDED_IN_PRODUCTION: '1',
  });
  expect(problems.join('\n')).not.toMatch(/secret.marker/);
  expect(problems).toEqual([
    'PORT: must be a whole number from 0 to 65535',
    'HOST: must be a host name or an IP address',
    'MONGODB_URI: must begin with mongodb:// or mongodb+srv:// and name a host',
    'SEED: must be auto or off',
    'GRAPHIQL: must be on or off',
    'READER: must be on or off',
    'CORS_ORIGINS: must be exact origins between commas, such as https://news.example',
    'DEBUG_COST: must be 0 or 1',
    'LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent',
    'SITE_URL: must be an http or https address without query',
    'EMBEDDED_IN_PRODUCTION: must be yes or no',
  ]);
});

test.each(['65536', '-1', '80.5', '4000x', '1e3'])('PORT=%s is refused', (port) => {
  expect(problemsOf({ PORT: port })).toEqual(['PORT: must be a whole number from 0 to 65535']);
});

test.each([
  '*',
  'null',
  'news.example',
  'https://news.example/path',
  'https://NEWS.example',
  'https://user@news.example',
])('CORS_ORIGINS=%s is refused', (origin) => {
  expect(problemsOf({ CORS_ORIGINS: `https://a.example,${origin}` })).toHaveLength(1);
});

describe('in production', () => {
  const database = { NODE_ENV: 'production', MONGODB_URI: 'mongodb://db.example' };

  test('GraphiQL and the news site are off unless they are switched on, and the cost is never shown', () => {
    const quiet = parseConfig({ ...database, DEBUG_COST: '1' });
    expect([quiet.production, quiet.graphiql, quiet.reader, quiet.debugCost]).toEqual([true, false, false, false]);
    expect(parseConfig({ ...database, GRAPHIQL: 'on' }).graphiql).toBe(true);
    expect(parseConfig({ ...database, READER: 'on' }).reader).toBe(true);
  });

  test('the embedded database must be asked for', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      'MONGODB_URI: must be set under NODE_ENV=production (EMBEDDED_IN_PRODUCTION=yes allows the embedded database)',
    ]);
    expect(parseConfig({ NODE_ENV: 'production', EMBEDDED_IN_PRODUCTION: 'yes' }).mongodbUri).toBeNull();
  });
});

/** Every variable that the configuration asks the environment for. */
function variables(): readonly string[] {
  const asked = new Set<string>();
  const env: Record<string, string | undefined> = new Proxy(
    {},
    { get: (_, name) => void (typeof name === 'string' && asked.add(name)) },
  );
  parseConfig(env);
  // Everybody's, and not ours to list.
  asked.delete('NODE_ENV');
  return [...asked].sort();
}

test('.env.example lists every variable with its default', async () => {
  const lines = (await readFile('.env.example', 'utf8')).split('\n').filter((line) => /^\w+=/.test(line));
  const example = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  expect(Object.keys(example).sort()).toEqual(variables());
  expect(parseConfig(example)).toEqual(DEFAULTS);
});

test('the README tells of every variable', async () => {
  const readme = await readFile('README.md', 'utf8');
  expect(variables().filter((name) => !readme.includes(`\`${name}`))).toEqual([]);
});
