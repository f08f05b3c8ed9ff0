import { type DocumentNode, GraphQLError, parse, type ParseOptions, type Source } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ContentError } from '#errors.ts';
import { type Extent, measureDocument } from './measure-document.ts';

/** 2,000 tokens: the longest promised document has a quarter of it. */
export const MAX_TOKENS = 2000;
/** 12 levels: an article page reaches 8. */
export const MAX_DEPTH = 12;
/** 20 levels: GraphiQL's introspection asks for types wrapped in 9 others. */
export const MAX_INTROSPECTION_DEPTH = 20;
/** Fields after fragments are spread: a document of 2,000 tokens cannot write out more, but fragments in fragments multiply. */
export const MAX_FIELDS = 5000;

const tooComplex = (rule: string): ContentError => new ContentError('TOO_COMPLEX', `document: ${rule}`);

/** Parses at most `MAX_TOKENS`, so that nothing behind it, the parser included, meets a deeper or longer document. */
function parseWithin(source: Source | string, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxLexicalTokens: MAX_TOKENS });
  } catch (error) {
    // The parser has no code for it; the start of a message is never the caller's text.
    if (error instanceof GraphQLError && error.message.startsWith('Syntax Error: Document contains more than')) {
      throw tooComplex('at most 2,000 tokens');
    }
    throw error;
  }
}

function checkExtent({ depth, introspectionDepth, fields }: Extent): ContentError | null {
  if (depth > MAX_DEPTH) return tooComplex(`at most ${MAX_DEPTH} levels deep`);
  if (introspectionDepth > MAX_INTROSPECTION_DEPTH) {
    return tooComplex(`introspection at most ${MAX_INTROSPECTION_DEPTH} levels deep`);
  }
  return fields > MAX_FIELDS ? tooComplex('at most 5,000 fields, counted with its fragments spread') : null;
}

/** Refuses documents that are too long, deep or wide before they are validated, let alone executed. */
export function useLimits(): Plugin {
  const verdicts = new WeakMap<DocumentNode, ContentError | null>();
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithin);
      return ({ result }) => {
        if (!result || result instanceof Error) return;
        // Envelop types a parsed document loosely; what is no error came from `parseWithin` or the cache of its results.
        const document = result as DocumentNode;
        let verdict = verdicts.get(document);
        if (verdict === undefined) verdicts.set(document, (verdict = checkExtent(measureDocument(document))));
        if (verdict) throw verdict;
      };
    },
  };
}
