import {
  getNamedType,
  getOperationAST,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { ContentError } from '#errors.ts';
import { fragmentsOf, isNeverIncluded, objectTypes } from './selection.ts';

/** One command is sent at most this many ids, and brings at most this many rows (light rows of about 3 kB stay below a reply's 16 MB). */
const MAX_ROWS = 5_000;

/**
 * A function that refuses (TOO_COMPLEX) a document that could ask for more than MAX_ROWS rows on one level, before anything is read.
 * A field's rows are its `first` or `last` (as given, by variable, or the default), else its declared `rows`; they multiply downwards,
 * and siblings add up, since aliases of one relation join in one batch.
 */
export function createComplexityCheck(schema: GraphQLSchema) {
  return (
    document: DocumentNode,
    operationName: string | null | undefined,
    variables: Record<string, unknown>,
  ): void => {
    const operation = getOperationAST(document, operationName);
    const root = operation && schema.getRootType(operation.operation);
    if (!operation || !root) return;
    const rows = rowsBelow(
      { schema, operation, variables, fragments: fragmentsOf(document), known: new Map() },
      operation.selectionSet,
      root,
    );
    if (rows > MAX_ROWS)
      throw new ContentError(
        'TOO_COMPLEX',
        `The document could ask for more than ${MAX_ROWS} rows at once: lower \`first\`, or ask for the inner lists separately`,
      );
  };
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  readonly fragments: ReturnType<typeof fragmentsOf>;
  readonly known: Map<SelectionSetNode, Map<GraphQLObjectType, number>>;
}

/** Rows that one parent of this type leads to. A (selection set, type) pair is priced once, so shared fragments cost no time. */
function rowsBelow(walk: Walk, set: SelectionSetNode, type: GraphQLObjectType): number {
  let byType = walk.known.get(set);
  if (!byType) walk.known.set(set, (byType = new Map()));
  const known = byType.get(type);
  if (known !== undefined) return known;
  byType.set(type, 0); // a fragment that spreads itself is refused by validation
  let rows = 0;
  for (const node of set.selections) {
    if (isNeverIncluded(node.directives)) continue;
    if (node.kind === Kind.FIELD) {
      const field = type.getFields()[node.name.value];
      if (field) rows += rowsOf(walk, node, field);
      continue;
    }
    const inner = node.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(node.name.value) : node;
    const condition = inner?.typeCondition && walk.schema.getType(inner.typeCondition.name.value);
    if (inner && (!condition || objectTypes(walk.schema, condition).includes(type)))
      rows += rowsBelow(walk, inner.selectionSet, type);
  }
  byType.set(type, rows);
  return rows;
}

function rowsOf(walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>): number {
  // A size below 0 is refused when the field is answered; here it must not make up for its siblings.
  const own = Math.max(0, pageSize(walk, node, field) ?? field.extensions.rows ?? 0);
  const { selectionSet } = node;
  if (!selectionSet) return own;
  const types = objectTypes(walk.schema, getNamedType(field.type));
  const below = Math.max(0, ...types.map((type) => rowsBelow(walk, selectionSet, type)));
  return own === 0 ? below : own * Math.max(1, below);
}

/** `first` or `last` as an executor would see it; null for a field that has neither. */
function pageSize(walk: Walk, node: FieldNode, field: GraphQLField<unknown, unknown>): number | null {
  const sizes = field.args.filter(({ name }) => name === 'first' || name === 'last');
  if (sizes.length === 0) return null;
  for (const { name, default: fallback } of sizes) {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.VARIABLE) {
      const given = walk.variables[value.name.value] ?? variableDefault(walk.operation, value.name.value);
      if (typeof given === 'number') return given;
    }
    if (fallback && 'value' in fallback && typeof fallback.value === 'number') return fallback.value;
  }
  return field.extensions.rows ?? DEFAULT_PAGE;
}

function variableDefault(operation: OperationDefinitionNode, name: string): number | null {
  const value = operation.variableDefinitions?.find((one) => one.variable.name.value === name)?.defaultValue;
  return value?.kind === Kind.INT ? Number(value.value) : null;
}

/** Rows of a page where neither `first` nor `last` is given. */
export const DEFAULT_PAGE = 20;
