/** For one row of the import table: files it governs, what it must refuse there and what it must let pass. */
interface Example {
  readonly say: string;
  readonly files: readonly string[];
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
}

/** Written by hand from the table of rooms in src/README.md, so that a slip in a pattern of oxlint.config.ts shows. */
export const examples: readonly Example[] = [
  {
    say: 'lib is a leaf: npm packages only',
    files: ['src/lib/x.ts'],
    refused: ['#errors.ts', '#log.ts', '#lib/other.ts', '#mongo/x.ts'],
    allowed: ['./other.ts', 'zod', 'node:fs'],
  },
  {
    say: 'errors, log and config import lib only',
    files: ['src/errors.ts', 'src/log.ts', 'src/config.ts'],
    refused: ['#mongo/x.ts', '#content/write.ts', '#app.ts'],
    allowed: ['#lib/x.ts', 'pino', 'zod'],
  },
  {
    say: 'the embedded server knows nothing of Masthead: lib and npm only',
    files: ['src/embedded/x.ts', 'src/embedded/commands/x.ts'],
    refused: ['#errors.ts', '#log.ts', '#mongo/x.ts', '#content/stored.ts', '#config.ts'],
    allowed: ['#lib/x.ts', '#embedded/x2.ts', 'bson', 'mingo', 'node:sqlite'],
  },
  {
    say: 'mongo is mechanics: lib, errors, log and the driver',
    files: ['src/mongo/x.ts'],
    refused: ['#content/stored.ts', '#graphql/x.ts', '#config.ts', '#embedded/start.ts', 'graphql', '@pothos/core'],
    allowed: ['#lib/x.ts', '#errors.ts', '#log.ts', 'mongodb'],
  },
  {
    say: 'graphql knows no database: modules are handed in by app',
    files: ['src/graphql/x.ts'],
    refused: ['#mongo/x.ts', '#content/article/article.ref.ts', '#http/x.ts', '#related/x.ts', 'mongodb', 'bson'],
    allowed: ['#lib/x.ts', '#errors.ts', '#log.ts', 'graphql', '@pothos/core'],
  },
  {
    say: 'http knows no content: readiness, tabs and media come as parameters',
    files: ['src/http/x.ts'],
    refused: ['#mongo/x.ts', '#content/registry.ts', '#app.ts', '#config.ts', '#ingest/x.ts', 'mongodb'],
    allowed: ['#lib/x.ts', '#errors.ts', '#log.ts', '#graphql/x.ts', 'graphql-yoga'],
  },
  {
    say: 'ingest writes through content/write.ts and knows no GraphQL',
    files: ['src/ingest/x.ts', 'src/ingest/wxr/x.ts', 'src/ingest/seed/x.ts'],
    refused: [
      '#related/x.ts',
      '#graphql/x.ts',
      '#http/x.ts',
      'graphql',
      '#content/article/article.repository.ts',
      '#content/article/article.loader.ts',
      '#content/article/article.ref.ts',
      '#content/article/article.graphql.ts',
    ],
    allowed: ['#content/write.ts', '#content/registry.ts', '#mongo/x.ts', '#lib/x.ts', 'saxes'],
  },
  {
    say: 'related reads pure content types, mongo and graphql; it is called after a write by app',
    files: ['src/related/x.ts', 'src/related/related.graphql.ts'],
    refused: [
      '#http/x.ts',
      '#ingest/x.ts',
      '#content/write.ts',
      '#content/article/article.repository.ts',
      '#content/article/article.loader.ts',
    ],
    allowed: ['#content/article/article.ts', '#content/article/article.ref.ts', '#mongo/x.ts', '#graphql/x.ts'],
  },
  {
    say: 'quality measures ingest and related',
    files: ['src/quality/x.ts'],
    refused: ['#http/x.ts', '#app.ts', '#graphql/x.ts'],
    allowed: ['#ingest/x.ts', '#related/x.ts', '#lib/x.ts'],
  },
  {
    say: 'the reader is a client: it knows the promised operations and nothing behind them',
    files: ['src/reader/x.ts', 'src/reader/pages/x.ts'],
    refused: ['#content/article/article.ts', '#graphql/x.ts', '#mongo/x.ts', '#http/x.ts', 'mongodb', 'graphql'],
    allowed: ['#lib/x.ts', '#errors.ts', '#log.ts'],
  },
  {
    say: 'the rules and shapes of content are pure',
    files: [
      'src/content/visibility.ts',
      'src/content/content-type.ts',
      'src/content/imported-item.ts',
      'src/content/stored.ts',
      'src/content/stored-indexes.ts',
      'src/content/part-ids.ts',
    ],
    refused: ['#mongo/x.ts', '#graphql/x.ts', 'mongodb', 'graphql', '#content/article/article.repository.ts'],
    allowed: ['#lib/x.ts', '#errors.ts', '#content/article/links.ts'],
  },
  {
    say: 'x.ts and x.ingest.ts are pure',
    files: ['src/content/topic/topic.ts', 'src/content/topic/topic.ingest.ts', 'src/content/topic/rules.ts'],
    refused: [
      '#mongo/x.ts',
      '#graphql/x.ts',
      'mongodb',
      'graphql',
      './topic.repository.ts',
      './topic.ref.ts',
      '#content/article/article.loader.ts',
    ],
    allowed: ['#lib/x.ts', '#errors.ts', './names.ts', '#content/section/section-tree.ts'],
  },
  {
    say: 'the writer knows the registry and mongo, never GraphQL',
    files: ['src/content/write.ts', 'src/content/writing/x.ts', 'src/content/registry.ts'],
    refused: ['#graphql/x.ts', '#related/x.ts', 'graphql', '#content/topic/topic.ref.ts', '#ingest/run.ts'],
    allowed: ['#content/registry.ts', '#content/topic/topic.content.ts', '#mongo/x.ts', '#lib/x.ts', 'mongodb'],
  },
  {
    say: 'a repository knows mongo, visibility and its own type',
    files: ['src/content/topic/topic.repository.ts'],
    refused: ['#graphql/x.ts', 'graphql', './topic.loader.ts', '#content/article/article.repository.ts'],
    allowed: ['#mongo/x.ts', '#content/visibility.ts', './topic.ts', 'mongodb', '#errors.ts'],
  },
  {
    say: 'a loader knows its own repository and lib',
    files: ['src/content/topic/topic.loader.ts', 'src/content/named-reads.ts', 'src/content/slug-reads.ts'],
    refused: ['#mongo/x.ts', 'mongodb', '#graphql/x.ts', 'graphql', './topic.ref.ts', '#content/a/a.repository.ts'],
    allowed: ['./topic.repository.ts', './topic.ts', '#lib/x.ts', '#errors.ts'],
  },
  {
    say: 'a ref is the Pothos handle alone',
    files: ['src/content/topic/topic.ref.ts'],
    refused: ['#content/stored.ts', '#lib/x.ts', './topic.ts', 'mongodb', '#mongo/x.ts'],
    allowed: ['#graphql/builder.ts'],
  },
  {
    say: 'fields read data by ctx only',
    files: ['src/content/topic/topic.graphql.ts', 'src/content/node.graphql.ts'],
    refused: [
      '#mongo/x.ts',
      'mongodb',
      './topic.repository.ts',
      './topic.loader.ts',
      '#content/article/article.repository.ts',
      '#content/article/article.content.ts',
    ],
    allowed: ['#graphql/batched.ts', '#content/article/article.ref.ts', './topic.ts', '#lib/x.ts', '#errors.ts'],
  },
  {
    say: 'a manifest imports its own folder; the GraphQL part lazily',
    files: ['src/content/topic/topic.content.ts'],
    refused: ['#graphql/x.ts', 'graphql', './topic.graphql.ts', './topic.ref.ts', '#content/author/author.ingest.ts'],
    allowed: ['./topic.ts', './topic.ingest.ts', '#content/stored-indexes.ts', '#mongo/indexes.ts', '#lib/x.ts'],
  },
  {
    say: 'main starts the app',
    files: ['src/main.ts'],
    refused: ['#http/x.ts', '#mongo/x.ts', '#content/registry.ts', '#cli/x.ts'],
    allowed: ['#app.ts', '#config.ts', '#log.ts', '#errors.ts'],
  },
  {
    say: 'cli parses argv and calls one function each',
    files: ['src/cli.ts', 'src/cli/x.ts'],
    refused: ['#http/x.ts', '#mongo/x.ts', '#content/write.ts', '#graphql/x.ts', '#related/x.ts'],
    allowed: ['#app.ts', '#config.ts', '#log.ts', '#errors.ts', '#embedded/start.ts', '#ingest/run.ts'],
  },
];
