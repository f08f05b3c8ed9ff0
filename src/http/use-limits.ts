import { type DocumentNode, Lexer, parse, type ParseOptions, Source, TokenKind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ContentError } from '#errors.ts';
import { type Extent, measureDocument } from './measure-document.ts';

/** 2,000 tokens: the longest promised document has a fifth of it. */
const MAX_TOKENS = 2000;
/** 12 levels: an article page reaches 6. */
const MAX_DEPTH = 12;
/** 20 levels: GraphiQL's introspection asks for types wrapped in 9 others. */
const MAX_INTROSPECTION_DEPTH = 20;
/** Fields after fragments are spread: a document of 2,000 tokens cannot write out more, but fragments in fragments multiply. */
const MAX_FIELDS = 5000;

const tooComplex = (rule: string): ContentError => new ContentError('TOO_COMPLEX', `document: ${rule}`);

/** 50 brackets of any kind inside each other: beyond both limits above, and far from what the parser's stack can take. */
const MAX_NESTING = 50;

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts before it parses, so that the parser and all behind it, which recurse, meet nothing longer or deeper.
 * @throws ContentError TOO_COMPLEX, or GraphQL's error where the text is no document.
 */
function parseWithin(source: Source | string, options?: ParseOptions): DocumentNode {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source);
  let nesting = 0;
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    if (OPENING.has(lexer.token.kind)) nesting++;
    else if (CLOSING.has(lexer.token.kind)) nesting--;
    if (tokens > MAX_TOKENS) throw tooComplex('at most 2,000 tokens');
    if (nesting > MAX_NESTING) throw tooComplex(`brackets at most ${MAX_NESTING} deep`);
  }
  return parse(source, options);
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
