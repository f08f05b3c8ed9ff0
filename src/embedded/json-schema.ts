import type { Document } from 'bson';
import { equalValues, hashOf } from './keys.ts';
import { badValue, notSupported } from './mongo-error.ts';
import { isDocument, numberOf, typeTest } from './values.ts';

type ValueTest = (value: unknown) => boolean;

const KNOWN = new Set(
  `bsonType type enum required properties additionalProperties patternProperties items minItems maxItems
  uniqueItems minLength maxLength pattern minimum maximum multipleOf exclusiveMinimum exclusiveMaximum
  allOf anyOf oneOf not title description`.split(/\s+/),
);

/** The part of `$jsonSchema` that content models use; any other keyword is refused. */
export function jsonSchemaTest(schema: Document): ValueTest {
  const unknown = Object.keys(schema).find((key) => !KNOWN.has(key));
  if (unknown !== undefined) throw notSupported(`the $jsonSchema keyword '${unknown}'`, 9);
  const tests = [
    ...valueTests(schema),
    ...objectTests(schema),
    ...arrayTests(schema),
    ...textTests(schema),
    ...numberTests(schema),
    ...combinations(schema),
  ];
  return (value) => tests.every((test) => test(value));
}

function valueTests(schema: Document): readonly ValueTest[] {
  const tests: ValueTest[] = [];
  const names: unknown[] = [schema['bsonType'] ?? schema['type'] ?? []].flat();
  if (names.length > 0) {
    const types = names.map((name) => typeTest(name === 'boolean' ? 'bool' : name));
    tests.push((value) => types.some((test) => test(value)));
  }
  const values: unknown = schema['enum'];
  if (Array.isArray(values)) tests.push((value) => values.some((one) => equalValues(one, value)));
  return tests;
}

function objectTests(schema: Document): readonly ValueTest[] {
  const onObject =
    (test: (value: Document) => boolean): ValueTest =>
    (value) =>
      !isDocument(value) || test(value);
  const tests: ValueTest[] = [];
  const required: unknown = schema['required'];
  if (Array.isArray(required)) tests.push(onObject((value) => required.every((key) => value[key] !== undefined)));
  const properties: Document = schema['properties'] ?? {};
  const patterns = Object.entries<Document>(schema['patternProperties'] ?? {}).map(
    ([pattern, inner]) => [new RegExp(pattern), jsonSchemaTest(inner)] as const,
  );
  for (const [key, inner] of Object.entries(properties)) {
    const test = jsonSchemaTest(inner);
    tests.push(onObject((value) => value[key] === undefined || test(value[key])));
  }
  for (const [pattern, test] of patterns)
    tests.push(onObject((value) => Object.keys(value).every((key) => !pattern.test(key) || test(value[key]))));
  const additional: unknown = schema['additionalProperties'];
  if (additional !== undefined && additional !== true) {
    const test = isDocument(additional) ? jsonSchemaTest(additional) : () => false;
    const isExtra = (key: string): boolean =>
      !Object.hasOwn(properties, key) && !patterns.some(([pattern]) => pattern.test(key));
    tests.push(onObject((value) => Object.keys(value).every((key) => !isExtra(key) || test(value[key]))));
  }
  return tests;
}

function arrayTests(schema: Document): readonly ValueTest[] {
  const onArray =
    (test: (value: readonly unknown[]) => boolean): ValueTest =>
    (value) =>
      !Array.isArray(value) || test(value);
  const tests: ValueTest[] = [];
  const { items, minItems, maxItems, uniqueItems } = schema;
  if (Array.isArray(items)) throw notSupported('$jsonSchema items as a list', 9);
  if (items) {
    const test = jsonSchemaTest(items);
    tests.push(onArray((value) => value.every(test)));
  }
  if (minItems !== undefined) tests.push(onArray((value) => value.length >= minItems));
  if (maxItems !== undefined) tests.push(onArray((value) => value.length <= maxItems));
  if (uniqueItems) tests.push(onArray((value) => new Set(value.map((item) => hashOf(item))).size === value.length));
  return tests;
}

function textTests(schema: Document): readonly ValueTest[] {
  const { minLength, maxLength, pattern } = schema;
  const tests: ValueTest[] = [];
  if (minLength !== undefined) tests.push((value) => typeof value !== 'string' || [...value].length >= minLength);
  if (maxLength !== undefined) tests.push((value) => typeof value !== 'string' || [...value].length <= maxLength);
  if (pattern !== undefined) {
    const regex = new RegExp(pattern);
    tests.push((value) => typeof value !== 'string' || regex.test(value));
  }
  return tests;
}

function numberTests(schema: Document): readonly ValueTest[] {
  const onNumber =
    (test: (value: number) => boolean): ValueTest =>
    (value) => {
      const number = numberOf(value);
      return number === undefined || test(number);
    };
  const { minimum, maximum, multipleOf, exclusiveMinimum, exclusiveMaximum } = schema;
  const tests: ValueTest[] = [];
  if (minimum !== undefined)
    tests.push(onNumber((value) => (exclusiveMinimum === true ? value > minimum : value >= minimum)));
  if (maximum !== undefined)
    tests.push(onNumber((value) => (exclusiveMaximum === true ? value < maximum : value <= maximum)));
  if (multipleOf !== undefined) tests.push(onNumber((value) => value % multipleOf === 0));
  return tests;
}

function combinations(schema: Document): readonly ValueTest[] {
  const list = (name: string): readonly ValueTest[] | undefined => {
    const schemas: unknown = schema[name];
    if (schemas === undefined) return undefined;
    if (!Array.isArray(schemas)) throw badValue(`$jsonSchema keyword '${name}' must be an array`);
    return schemas.map(jsonSchemaTest);
  };
  const all = list('allOf');
  const any = list('anyOf');
  const one = list('oneOf');
  const not = schema['not'] && jsonSchemaTest(schema['not']);
  return [
    ...(all ? [(value: unknown) => all.every((test) => test(value))] : []),
    ...(any ? [(value: unknown) => any.some((test) => test(value))] : []),
    ...(one ? [(value: unknown) => one.filter((test) => test(value)).length === 1] : []),
    ...(not ? [(value: unknown) => !not(value)] : []),
  ];
}
