import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Declaration } from './batched.ts';

/** Collection -> stored properties that the document needs of it, over all its reads. */
export type Needs = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: Needs = new Map();

/** A function that works out the needs of a document, once per document and operation name. */
export function createSelection(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Needs>>();
  return (document: DocumentNode, operationName?: string | null): Needs => {
    let byName = known.get(document);
    if (!byName) known.set(document, (byName = new Map()));
    const key = operationName ?? '';
    let needs = byName.get(key);
    if (!needs) byName.set(key, (needs = collect(schema, document, operationName)));
    return needs;
  };
}

/** The union knows no context, so a (selection set, object type) pair is walked once: linear, however often a fragment is spread. */
function collect(schema: GraphQLSchema, document: DocumentNode, operationName?: string | null): Needs {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return NONE;
  const fragments = fragmentsOf(document);
  const needs = new Map<string, Set<string>>();
  const walked = new Map<SelectionSetNode, Set<GraphQLObjectType>>();

  const walk = (set: SelectionSetNode, type: GraphQLObjectType): void => {
    const types = walked.get(set) ?? new Set();
    if (types.has(type)) return;
    walked.set(set, types.add(type));
    for (const node of set.selections) {
      if (isNeverIncluded(node.directives)) continue;
      if (node.kind === Kind.FIELD) {
        const field = type.getFields()[node.name.value];
        if (!field) continue; // __typename and introspection
        const { stored } = type.extensions;
        if (stored) for (const need of needsOf(field.extensions)) add(needs, stored, need);
        for (const [collection, properties] of Object.entries(field.extensions.reads ?? {}))
          for (const property of properties) add(needs, collection, property);
        if (node.selectionSet)
          for (const inner of objectTypes(schema, getNamedType(field.type))) walk(node.selectionSet, inner);
        continue;
      }
      const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const condition = inner?.typeCondition && schema.getType(inner.typeCondition.name.value);
      if (inner && (!condition || objectTypes(schema, condition).includes(type))) walk(inner.selectionSet, type);
    }
  };
  walk(operation.selectionSet, root);
  return needs;
}

/** The fragments of a document by name. */
export function fragmentsOf(document: DocumentNode) {
  return new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
}

/** Only literals are judged: with `@include(if: $x)` the field counts as selected, so that the answer holds for all variables. */
export function isNeverIncluded(directives: readonly DirectiveNode[] | undefined): boolean {
  return (directives ?? []).some((directive) => {
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (value?.kind !== Kind.BOOLEAN) return false;
    return (directive.name.value === 'include' && !value.value) || (directive.name.value === 'skip' && value.value);
  });
}

/** The object types a value of this type can have. */
export function objectTypes(schema: GraphQLSchema, type: unknown): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

interface Declared extends Partial<Declaration> {
  readonly pothosExposedField?: string;
}

/** A field's own declaration; a field made by t.expose*() says it through Pothos' own extension. */
function needsOf({ needs, pothosExposedField }: Declared): readonly string[] {
  return needs ?? (pothosExposedField ? [pothosExposedField] : []);
}

/** Throws unless every field of every object type was declared by a helper: one that says nothing would read undefined under a projection. */
export function checkDeclarations(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { needs, pothosExposedField } = field.extensions;
      if (!needs && !pothosExposedField)
        throw new TypeError(`${type.name}.${field.name} is not declared by a helper of graphql/batched.ts`);
    }
  }
}

function add(needs: Map<string, Set<string>>, collection: string, property: string): void {
  const known = needs.get(collection);
  if (known) known.add(property);
  else needs.set(collection, new Set([property]));
}

declare module 'graphql' {
  interface GraphQLObjectTypeExtensions {
    /** Name of the collection whose rows are this type's parents; several types may share one. */
    stored?: string;
  }
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> extends Declared {}
}
