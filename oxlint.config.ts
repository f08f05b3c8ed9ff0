import { defineConfig } from 'oxlint';

/**
 * Who may import whom. One row per kind of file: the last row that matches a file decides, so specific rows follow general ones.
 * `never` are patterns of import specifiers; `import type` is always fine. tests/tooling/import-table.test.ts proves each row.
 */
interface Row {
  readonly files: readonly string[];
  readonly never: readonly string[];
  readonly say: string;
}

const ROOMS = [
  'app',
  'cli',
  'config',
  'content',
  'embedded',
  'errors',
  'graphql',
  'http',
  'ingest',
  'lib',
  'log',
  'main',
  'mongo',
  'quality',
  'reader',
  'related',
] as const;
type Room = (typeof ROOMS)[number];

/** Every room but these; a room is a folder `#room/…` or a file `#room.ts`. */
const roomsBut = (...allowed: readonly Room[]): string =>
  `^#(${ROOMS.filter((room) => !allowed.includes(room)).join('|')})(/|\\.ts$)`;
const MONGODB = '^(mongodb|bson)$';
const GRAPHQL = '^(graphql|graphql-yoga|@pothos/.*)$';
/** Files of the same content type, by role. */
const own = (...roles: readonly string[]): string => `^\\./.*\\.(${roles.join('|')})\\.ts$`;
const foreign = (...roles: readonly string[]): string => `^#content/[^/]+/.*\\.(${roles.join('|')})\\.ts$`;
const type = (role: string): string => `src/content/*/*.${role}.ts`;

export const importTable: readonly Row[] = [
  { files: ['src/lib/**'], never: ['^#'], say: 'lib is a leaf: npm packages only' },
  {
    files: ['src/errors.ts', 'src/log.ts', 'src/config.ts'],
    never: [roomsBut('lib', 'errors')],
    say: 'errors, log and config import lib only',
  },
  {
    files: ['src/embedded/**'],
    never: [roomsBut('lib', 'embedded')],
    say: 'the embedded server knows nothing of Masthead: lib and npm only',
  },
  {
    files: ['src/mongo/**'],
    never: [roomsBut('lib', 'errors', 'log', 'mongo'), GRAPHQL],
    say: 'mongo is mechanics: lib, errors, log and the driver',
  },
  {
    files: ['src/graphql/**'],
    never: [roomsBut('lib', 'errors', 'log', 'graphql'), MONGODB],
    say: 'graphql knows no database: modules are handed in by app',
  },
  {
    files: ['src/http/**'],
    never: [roomsBut('lib', 'errors', 'log', 'graphql', 'http'), MONGODB],
    say: 'http knows no content: readiness, tabs and media come as parameters',
  },
  {
    files: ['src/ingest/**'],
    never: [
      roomsBut('lib', 'errors', 'log', 'mongo', 'content', 'ingest'),
      GRAPHQL,
      foreign('graphql', 'ref', 'loader', 'repository'),
    ],
    say: 'ingest writes through content/write.ts and knows no GraphQL',
  },
  {
    files: ['src/related/**'],
    never: [
      roomsBut('lib', 'errors', 'log', 'mongo', 'graphql', 'content', 'related'),
      '^#content/write\\.ts$',
      foreign('repository', 'loader', 'graphql', 'ingest'),
    ],
    say: 'related reads pure content types, mongo and graphql; it is called after a write by app',
  },
  {
    files: ['src/quality/**'],
    never: [roomsBut('lib', 'errors', 'log', 'ingest', 'related', 'content', 'mongo', 'quality')],
    say: 'quality measures ingest and related',
  },
  {
    files: ['src/reader/**'],
    never: [roomsBut('lib', 'errors', 'log', 'reader'), MONGODB, GRAPHQL],
    say: 'the reader is a client: it knows the promised operations and nothing behind them',
  },
  {
    files: [
      'src/content/visibility.ts',
      'src/content/content-type.ts',
      'src/content/imported-item.ts',
      'src/content/stored.ts',
      'src/content/stored-indexes.ts',
      'src/content/part-ids.ts',
    ],
    never: [
      roomsBut('lib', 'errors', 'content'),
      MONGODB,
      GRAPHQL,
      foreign('repository', 'loader', 'ref', 'graphql', 'content', 'ingest'),
    ],
    say: 'the rules and shapes of content are pure',
  },
  {
    files: ['src/content/*/*.ts'],
    never: [
      roomsBut('lib', 'errors', 'content'),
      MONGODB,
      GRAPHQL,
      own('repository', 'loader', 'ref', 'graphql', 'content'),
      foreign('repository', 'loader', 'ref', 'graphql', 'content', 'ingest'),
    ],
    say: 'x.ts and x.ingest.ts are pure',
  },
  {
    files: ['src/content/write.ts', 'src/content/writing/**', 'src/content/registry.ts'],
    never: [roomsBut('lib', 'errors', 'log', 'mongo', 'content'), GRAPHQL, foreign('graphql', 'ref')],
    say: 'the writer knows the registry and mongo, never GraphQL',
  },
  {
    files: [type('repository')],
    never: [
      roomsBut('lib', 'errors', 'mongo', 'content'),
      GRAPHQL,
      foreign('repository', 'loader', 'ref', 'graphql', 'content', 'ingest'),
      own('loader', 'ref', 'graphql', 'content', 'ingest'),
    ],
    say: 'a repository knows mongo, visibility and its own type',
  },
  {
    files: [type('loader'), 'src/content/named-reads.ts', 'src/content/slug-reads.ts'],
    never: [
      roomsBut('lib', 'errors', 'content'),
      MONGODB,
      GRAPHQL,
      foreign('repository', 'loader', 'ref', 'graphql', 'content', 'ingest'),
      own('ref', 'graphql', 'content', 'ingest'),
    ],
    say: 'a loader knows its own repository and lib',
  },
  { files: [type('ref')], never: [roomsBut('graphql'), MONGODB, '^\\./'], say: 'a ref is the Pothos handle alone' },
  {
    files: [type('graphql'), 'src/content/*.graphql.ts'],
    never: [
      roomsBut('lib', 'errors', 'graphql', 'content'),
      MONGODB,
      foreign('repository', 'loader', 'content', 'ingest'),
      own('repository', 'loader', 'content', 'ingest'),
    ],
    say: 'fields read data by ctx only',
  },
  {
    files: [type('content')],
    never: [
      roomsBut('lib', 'errors', 'content', 'mongo'),
      GRAPHQL,
      own('graphql', 'ref'),
      foreign('repository', 'loader', 'ref', 'graphql', 'content', 'ingest'),
    ],
    say: 'a manifest imports its own folder; the GraphQL part lazily',
  },
  { files: ['src/main.ts'], never: [roomsBut('app', 'config', 'log', 'errors', 'lib')], say: 'main starts the app' },
  {
    files: ['src/cli.ts', 'src/cli/**'],
    never: [roomsBut('app', 'cli', 'config', 'log', 'errors', 'embedded', 'ingest', 'quality', 'lib')],
    say: 'cli parses argv and calls one function each',
  },
];

const LEAVES_ITS_FOLDER = {
  regex: '^\\.\\./',
  message: 'write #room/… so that the import names the room it enters',
};

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'node', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'import/no-cycle': ['error', { ignoreTypes: true }],
    'import/no-unassigned-import': 'off',
    'unicorn/no-array-sort': 'off',
    // A rule for windows in browsers; ours are worker threads.
    'unicorn/require-post-message-target-origin': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'no-console': 'error',
    // Everywhere in src; a row of the table replaces it and holds it, too.
    'no-restricted-imports': ['error', { patterns: [LEAVES_ITS_FOLDER] }],
    'no-restricted-properties': [
      'error',
      { object: 'process', property: 'env', message: 'src/config.ts is the only reader of the environment' },
    ],
    'no-shadow': 'off',
    'no-underscore-dangle': 'off',
    'no-await-in-loop': 'off',
    'promise/always-return': 'off',
    'vitest/no-conditional-tests': 'off',
    'vitest/require-mock-type-parameters': 'off',
  },
  overrides: [
    ...importTable.map(({ files, never, say }) => ({
      files: [...files],
      rules: {
        'no-restricted-imports': [
          'error',
          {
            patterns: [
              LEAVES_ITS_FOLDER,
              { regex: never.map((one) => `(${one})`).join('|'), message: say, allowTypeImports: true },
            ],
          },
        ] as ['error', object],
      },
    })),
    { files: ['src/config.ts', 'tests/**', 'vitest.config.ts'], rules: { 'no-restricted-properties': 'off' } },
    { files: ['tests/**'], rules: { 'no-restricted-imports': 'off' } },
    {
      files: ['src/node-version.mjs', 'src/cli.ts', 'src/cli/**', 'src/main.ts', 'tests/**'],
      rules: { 'no-console': 'off' },
    },
  ],
});
