/** Everything that adds to the GraphQL schema, loaded only by a process that serves or prints it. */
export const graphqlModules = [
  () => import('#content/site/site.graphql.ts'),
  () => import('#content/node.graphql.ts'),
  () => import('#content/path/path.graphql.ts'),
  () => import('#content/article/article.graphql.ts'),
  () => import('#content/article/article-search.graphql.ts'),
  () => import('#content/author/author.graphql.ts'),
  () => import('#content/topic/topic.graphql.ts'),
  () => import('#content/section/section.graphql.ts'),
  () => import('#content/collection/collection.graphql.ts'),
  () => import('#related/related.graphql.ts'),
  () => import('#related/names.graphql.ts'),
] as const;
