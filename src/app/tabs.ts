import { readdir, readFile } from 'node:fs/promises';

interface Tab {
  readonly name: string;
  readonly document: string;
  readonly variables?: string;
}

const FOLDER = new URL('../../schema/operations/', import.meta.url);
/** Article page first: it is what people come for. */
const FIRST = 'article-page.graphql';

/** The promised operations as GraphiQL's tabs, each with the comment that explains it and variables that work on the content at hand. */
export async function readTabs(
  variables: (name: string) => Readonly<Record<string, unknown>>,
): Promise<readonly Tab[]> {
  const files = (await readdir(FOLDER))
    .filter((file) => file.endsWith('.graphql'))
    .sort((a, b) => Number(b === FIRST) - Number(a === FIRST) || (a < b ? -1 : 1));
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace('.graphql', '');
      return {
        name,
        document: await readFile(new URL(file, FOLDER), 'utf8'),
        variables: JSON.stringify(variables(name), null, 2),
      };
    }),
  );
}
