import sanitizeHtml from 'sanitize-html';
import { SaxesParser } from 'saxes';
import { collectionPlans } from '#content/registry.ts';
import { createWriter } from '#content/write.ts';
import { ATTRIBUTES, SCHEMES, TAGS, UNSEEN } from '#ingest/clean/safe-tree.data.ts';
import { readText } from '#ingest/read-text.ts';
import { runImport } from '#ingest/run.ts';
import { connectMongo } from '#mongo/connect.ts';
import { ensureIndexes } from '#mongo/indexes.ts';

/** What one process of `npm run bench:import` tells when it is done. */
export interface Taken {
  /** User and system time of all threads, without the start of the process. */
  readonly cpuMs: number;
  /** The most memory that the process had at any time. */
  readonly peakMb: number;
  readonly articles: number;
}

const [task, file = '', uri = ''] = process.argv.slice(2);

/** The whole way from the file into the database, which is another process; related stories are left out. */
async function importWhole(): Promise<number> {
  await using connection = await connectMongo({ uri, appName: 'bench' });
  const { client, db } = connection;
  await ensureIndexes(db, collectionPlans);
  const { sources } = await runImport({ sources: [file], writer: createWriter({ client, db }) });
  return sources[0]?.counts.article.created ?? 0;
}

const SANITISE: sanitizeHtml.IOptions = {
  allowedTags: TAGS,
  allowedAttributes: ATTRIBUTES,
  allowedSchemes: SCHEMES,
  nonTextTags: [...UNSEEN.keys()],
};

/** The least that any importer must do, with the usual libraries: parse the XML once, and sanitise each body. */
async function parseAndSanitise(): Promise<number> {
  let articles = 0;
  let text: string | null = null;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name }) => (text = name === 'content:encoded' ? '' : null));
  const add = (more: string): void => {
    if (text !== null) text += more;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    if (text !== null && text !== '') {
      sanitizeHtml(text, SANITISE);
      articles++;
    }
    text = null;
  });
  for await (const chunk of readText(file, new AbortController().signal)) parser.write(chunk.text);
  parser.close();
  return articles;
}

const before = process.cpuUsage();
const articles = await (task === 'whole' ? importWhole() : parseAndSanitise());
const { user, system } = process.cpuUsage(before);
const taken: Taken = {
  cpuMs: (user + system) / 1_000,
  peakMb: process.resourceUsage().maxRSS / 1_024,
  articles,
};
console.log(JSON.stringify(taken));
