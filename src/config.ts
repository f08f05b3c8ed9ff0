import { z } from 'zod';
import { StartError } from '#errors.ts';

/** What a process was told by its environment; frozen. Each property is described in `.env.example`. */
export interface Config {
  readonly production: boolean;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Null: the embedded database. */
  readonly mongodbUri: string | null;
  readonly dataDir: string;
  readonly seed: 'auto' | 'off';
  readonly graphiql: boolean;
  readonly reader: boolean;
  /** Exact origins, as a browser sends them. */
  readonly corsOrigins: readonly string[];
  readonly debugCost: boolean;
  readonly logLevel: LogLevel;
  /** Overrides the stored site's address; without a slash at the end. */
  readonly siteUrl: string | null;
  /** An application password of a WordPress that is imported; null: what everybody sees. */
  readonly wordpress: { readonly user: string; readonly password: string } | null;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** `http` or `https` with a host and nothing a page address could not have. */
function parseHttpUrl(text: string): URL | null {
  const url = URL.parse(text);
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url : null;
}

const isOrigin = (text: string): boolean => parseHttpUrl(text)?.origin === text;
const isSiteUrl = (text: string): boolean => {
  const url = parseHttpUrl(text);
  return url !== null && url.search === '' && url.hash === '';
};

const commaList = z
  .string()
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .refine((origins) => origins.every(isOrigin), 'must be exact origins between commas, such as https://news.example');

// No message repeats what was set: MONGODB_URI may hold a password, and the others are checked alike.
const variables = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a whole number from 0 to 65535')
    .default(4000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^/]/, 'must begin with mongodb:// or mongodb+srv:// and name a host')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  SEED: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  GRAPHIQL: z.enum(['on', 'off'], 'must be on or off').optional(),
  READER: z.enum(['on', 'off'], 'must be on or off').optional(),
  CORS_ORIGINS: commaList.default([]),
  DEBUG_COST: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  SITE_URL: z.string().refine(isSiteUrl, 'must be an http or https address without query').optional(),
  WORDPRESS_USER: z
    .string()
    .regex(/^[^:]+$/, 'must be a user name without a colon')
    .optional(),
  WORDPRESS_PASSWORD: z.string().optional(),
  EMBEDDED_IN_PRODUCTION: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
});

/** Asks only for the variables above, trimmed; an empty one counts as not set, as compose files write it. */
function known(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const set: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const value = env[name]?.trim();
    if (value) set[name] = value;
  }
  return set;
}

/**
 * Reads the environment once.
 * @throws StartError with one sentence a line, one line for each bad variable; no value is repeated.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = known(env);
  const parsed = variables.safeParse(set);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const production = set['NODE_ENV'] === 'production';
  if (production && !set['MONGODB_URI'] && set['EMBEDDED_IN_PRODUCTION'] !== 'yes') {
    problems.push(
      'MONGODB_URI: must be set under NODE_ENV=production (EMBEDDED_IN_PRODUCTION=yes allows the embedded database)',
    );
  }
  if (Boolean(set['WORDPRESS_USER']) !== Boolean(set['WORDPRESS_PASSWORD']))
    problems.push('WORDPRESS_USER, WORDPRESS_PASSWORD: must be set both or neither');
  if (!parsed.success || problems.length > 0) throw new StartError(problems.join('\n'));
  const { data } = parsed;
  return Object.freeze({
    production,
    port: data.PORT,
    host: data.HOST,
    mongodbUri: data.MONGODB_URI ?? null,
    dataDir: data.DATA_DIR,
    seed: data.SEED,
    graphiql: data.GRAPHIQL ? data.GRAPHIQL === 'on' : !production,
    reader: data.READER ? data.READER === 'on' : !production,
    corsOrigins: Object.freeze(data.CORS_ORIGINS),
    debugCost: data.DEBUG_COST === '1' && !production,
    logLevel: data.LOG_LEVEL,
    siteUrl: data.SITE_URL?.replace(/\/+$/, '') ?? null,
    wordpress:
      data.WORDPRESS_USER === undefined || data.WORDPRESS_PASSWORD === undefined
        ? null
        : Object.freeze({ user: data.WORDPRESS_USER, password: data.WORDPRESS_PASSWORD }),
  });
}

/** The configuration of this process: the one place where the environment is read. */
export function readConfig(): Config {
  return parseConfig(process.env);
}
