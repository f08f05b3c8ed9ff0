import type { Document } from 'bson';
import { foldOf, type Fold } from './collation.ts';
import { tick } from './deadline.ts';
import { expressionOf } from './expressions.ts';
import { jsonSchemaTest } from './json-schema.ts';
import { badValue, located, notSupported } from './mongo-error.ts';
import { splitPath } from './paths.ts';
import { operatorTest, type Test } from './query-operators.ts';
import { isDocument, isOperators } from './values.ts';

export interface Matcher {
  readonly test: (document: Document) => boolean;
  /** Top-level fields the filter reads, so that only they need decoding; null when it may read any. */
  readonly fields: ReadonlySet<string> | null;
}

interface Compilation {
  readonly fold: Fold;
  readonly variables: Document;
  /** null once an expression is met. */
  fields: Set<string> | null;
}

/** Compiles a filter; throws MongoDB's error for what is malformed or not implemented, also when no document is ever tested. */
export function compileFilter(filter: Document, collation?: Document, variables: Document = {}): Matcher {
  const compilation: Compilation = { fold: foldOf(collation), variables, fields: new Set() };
  const test = documentTest(filter, compilation);
  return {
    test: (document) => {
      tick();
      return test(document);
    },
    fields: compilation.fields,
  };
}

function documentTest(filter: Document, on: Compilation): Test {
  if (!isDocument(filter)) throw badValue('a filter must be a document');
  const tests = Object.entries(filter).map(([key, value]) =>
    key.startsWith('$') ? topLevelTest(key, value, on) : fieldTest(key, value, on),
  );
  const [first, second] = tests;
  if (!first) return () => true;
  return second ? (document) => tests.every((test) => test(document)) : first;
}

function clauses(name: string, value: unknown, on: Compilation): readonly Test[] {
  if (!Array.isArray(value)) throw badValue(`${name} argument must be an array`);
  if (value.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return value.map((clause: unknown) => {
    if (!isDocument(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return documentTest(clause, on);
  });
}

function topLevelTest(name: string, value: unknown, on: Compilation): Test {
  switch (name) {
    case '$and': {
      const all = clauses(name, value, on);
      return (document) => all.every((test) => test(document));
    }
    case '$or': {
      const any = clauses(name, value, on);
      return (document) => any.some((test) => test(document));
    }
    case '$nor': {
      const none = clauses(name, value, on);
      return (document) => !none.some((test) => test(document));
    }
    case '$expr': {
      on.fields = null;
      if (on.fold) throw notSupported('$expr under a collation', 2);
      const expression = expressionOf(value, on.variables);
      return (document) => {
        const result = expression(document);
        return result !== false && result !== null && result !== undefined && result !== 0;
      };
    }
    case '$comment':
      return () => true;
    case '$jsonSchema':
      on.fields = null;
      if (!isDocument(value)) throw badValue('$jsonSchema must be an object');
      return jsonSchemaTest(value);
    case '$text':
      throw badValue('$text is only allowed at the top of a filter or of its $and');
    case '$where':
      throw notSupported('$where', 2);
    default:
      throw badValue(`unknown top level operator: ${name}`);
  }
}

function fieldTest(path: string, condition: unknown, on: Compilation): Test {
  const parts = splitPath(path);
  on.fields?.add(parts[0] ?? path);
  if (!isOperators(condition)) {
    if (isDocument(condition) && Object.keys(condition).some((key) => key.startsWith('$')))
      throw badValue(`unknown operator: ${Object.keys(condition)[0]}`);
    return operatorTest(parts, '$eq', condition, {}, { fold: on.fold, nested });
  }
  const tests = Object.entries(condition).map(([name, value]) => {
    if (['$and', '$or', '$nor', '$expr', '$text'].includes(name)) throw badValue(`unknown operator: ${name}`);
    return operatorTest(parts, name, value, condition, { fold: on.fold, nested });
  });
  const [first, second] = tests;
  return first && !second ? first : (document) => tests.every((test) => test(document));

  /** Conditions inside `$not` and `$elemMatch`. */
  function nested(inner: Document): Test {
    // Fields below an array element say nothing about the top level.
    const own: Compilation = { ...on, fields: on.fields && new Set() };
    const test = documentTest(inner, own);
    if (own.fields === null) on.fields = null;
    return test;
  }
}

/** Splits `$text` off a filter; MongoDB allows it at the top level or in the top `$and`. */
export function splitText(filter: Document): { readonly rest: Document; readonly text: Document | null } {
  if (filter['$text']) {
    const { $text, ...rest } = filter;
    return { rest, text: $text };
  }
  const and: unknown = filter['$and'];
  if (!Array.isArray(and)) return { rest: filter, text: null };
  const holder = and.find((clause) => isDocument(clause) && '$text' in clause);
  if (!holder) return { rest: filter, text: null };
  const { $text, ...others } = holder;
  const remaining = [...and.filter((clause) => clause !== holder), ...(Object.keys(others).length > 0 ? [others] : [])];
  const { $and: _, ...outer } = filter;
  return { rest: remaining.length > 0 ? { ...outer, $and: remaining } : outer, text: $text };
}

/** Refuses JavaScript anywhere in a filter, update or pipeline: code from a client never runs. */
export function refuseScript(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseScript);
  if (!isDocument(value)) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === '$where' || key === '$function' || key === '$accumulator') throw notSupported(key, 2);
    refuseScript(item);
  }
}

/** Error 17313. */
export const textNotFirst = (): Error =>
  located(17313, '$match with $text is only allowed as the first pipeline stage');
