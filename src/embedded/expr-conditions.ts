import type { Document } from 'bson';
import { isDocument, TAG, tagOf } from './values.ts';

/**
 * Conditions an index can serve that follow from `$expr`: equalities (and `$in` lists) of a field with a constant or variable.
 * They only narrow what is read; the `$expr` itself is still tested.
 */
export function indexableConditions(expression: unknown, variables: Document): readonly Document[] {
  if (!isDocument(expression)) return [];
  const { $and, $eq, $in } = expression;
  if (Array.isArray($and)) return $and.flatMap((part) => indexableConditions(part, variables));
  if (Array.isArray($eq)) {
    const [left, right] = $eq;
    return [...equality(left, right, variables), ...equality(right, left, variables)].slice(0, 1);
  }
  if (!Array.isArray($in)) return [];
  const [field, list] = [fieldOf($in[0]), constantOf($in[1], variables)];
  return field && Array.isArray(list) && list.every(isKeyable) ? [{ [field]: { $in: list } }] : [];
}

function equality(reference: unknown, expression: unknown, variables: Document): readonly Document[] {
  const field = fieldOf(reference);
  const value = constantOf(expression, variables);
  return field && isKeyable(value) ? [{ [field]: { $eq: value } }] : [];
}

/** null and missing differ in expressions and not in filters, so they are left to the expression. */
const isKeyable = (value: unknown): boolean =>
  value !== null && value !== undefined && ![TAG.ARRAY, TAG.OBJECT, TAG.REGEX].some((tag) => tag === tagOf(value));

const fieldOf = (value: unknown): string | null =>
  typeof value === 'string' && /^\$[^$]/.test(value) ? value.slice(1) : null;

function constantOf(value: unknown, variables: Document): unknown {
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  return value.startsWith('$$') ? variables[value.slice(2)] : undefined;
}
