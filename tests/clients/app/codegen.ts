import type { CodegenConfig } from '@graphql-codegen/cli';

export default {
  schema: 'schema/schema.graphql',
  documents: ['schema/operations/*.graphql', 'src/**/*.ts', '!src/relay.ts'],
  config: { strictScalars: true, scalars: { DateTime: 'string', Locale: 'string', URL: 'string' } },
  generates: {
    'src/gql/': { preset: 'client', config: { useTypeImports: true, importExtension: '.ts' } },
    'src/possible-types.ts': { plugins: ['fragment-matcher'] },
  },
} satisfies CodegenConfig;
