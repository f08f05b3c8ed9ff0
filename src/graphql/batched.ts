import type {
  FieldNullability,
  FieldRef,
  InputFieldMap,
  InputShapeFromFields,
  ShapeFromTypeParam,
  TypeParam,
} from '@pothos/core';
import type { Types } from './builder.ts';
import type { Context } from './context.ts';

/** The stored properties a field may see: those it declared, and the id, which every read returns. */
export type Row<Parent, Need extends keyof Parent> = Pick<Parent, Need | Extract<'_id', keyof Parent>>;

/** Many distinct parents in, as many values out, in the same order. An Error in the place of a value fails that parent alone. */
export type Load<Parent, Args, Value> = (
  parents: readonly Parent[],
  args: Args,
  ctx: Context,
) => Promise<readonly (Value | Error)[]>;

/** What is found on `field.extensions`: all that is needed to answer and to price the field without its resolver. */
export interface Declaration {
  /** Stored properties of the parent that the field reads. */
  readonly needs: readonly string[];
  /** Stored properties that its load reads of other rows, by collection. */
  readonly reads?: Readonly<Record<string, readonly string[]>>;
  /** Batched: one call for all parents, joined by (this function, canonical arguments). */
  readonly load?: Load<never, never, unknown>;
  /** Derived: of the parent. Batched: of the loaded value. Synchronous and pure. */
  readonly from?: (source: never, args: never, ctx: Context) => unknown;
  /** How many rows the field brings for one parent; a list's `first` and `last` count by themselves. See complexity.ts. */
  readonly rows?: number;
}

type Fields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>;

interface Shared<Need, Type, Nullable, Args> {
  readonly type: Type;
  readonly description: string;
  readonly nullable?: Nullable;
  readonly args?: Args;
  /** Stored properties of the parent that this field reads. What is not listed here is not in the parent's type. */
  readonly needs: readonly Need[];
  readonly reads?: Declaration['reads'];
  readonly rows?: number;
}

/** A field whose value takes another read: answered for all parents of a level by one call of `load`. */
export function batched<
  Parent,
  const Need extends keyof Parent & string,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type> = false,
  Args extends InputFieldMap = {},
>(
  t: Fields<Parent>,
  options: Shared<Need, Type, Nullable, Args> & {
    readonly load: Load<Row<Parent, Need>, InputShapeFromFields<Args>, ShapeFromTypeParam<Types, Type, Nullable>>;
  },
): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>> {
  return batchedField(t as never, options as never);
}

/** The same for fields that share one read: `load` is one function declared once, `from` is what this field takes of its value. */
export function batchedFrom<
  Parent,
  Value,
  const Need extends keyof Parent & string,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type> = false,
  Args extends InputFieldMap = {},
>(
  t: Fields<Parent>,
  options: Shared<Need, Type, Nullable, Args> & {
    readonly load: Load<Row<Parent, Need>, InputShapeFromFields<Args>, Value>;
    readonly from: (
      value: Exclude<Value, Error>,
      args: InputShapeFromFields<Args>,
      ctx: Context,
    ) => ShapeFromTypeParam<Types, Type, Nullable>;
  },
): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>> {
  return batchedField(t as never, options as never);
}

/** A field computed from the parent's own stored properties, without another read. */
export function derived<
  Parent,
  const Need extends keyof Parent & string,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type> = false,
  Args extends InputFieldMap = {},
>(
  t: Fields<Parent>,
  options: Shared<Need, Type, Nullable, Args> & {
    readonly from: (
      parent: Row<Parent, Need>,
      args: InputShapeFromFields<Args>,
      ctx: Context,
    ) => ShapeFromTypeParam<Types, Type, Nullable>;
  },
): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>> {
  const { needs, reads, rows, from, ...field } = options;
  const extensions: Declaration = { needs, from: from as never, ...optional({ reads, rows }) };
  return t.field({ ...field, extensions, resolve: from } as never) as never; // the same seam as in batchedField
}

/** A field of Query: there is no parent, so `read` is asked once. */
export function rootField<
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type> = false,
  Args extends InputFieldMap = {},
>(
  t: PothosSchemaTypes.QueryFieldBuilder<Types, Types['Root']>,
  options: Omit<Shared<never, Type, Nullable, Args>, 'needs'> & {
    readonly read: (
      args: InputShapeFromFields<Args>,
      ctx: Context,
    ) => Promise<ShapeFromTypeParam<Types, Type, Nullable>>;
  },
): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>> {
  const { read, reads, rows, ...field } = options;
  type Arguments = InputShapeFromFields<Args>;
  const load = async (_roots: readonly unknown[], args: Arguments, ctx: Context) => [await read(args, ctx)];
  const extensions: Declaration = { needs: [], load: load as never, ...optional({ reads, rows }) };
  const resolve = (_root: unknown, args: Arguments, ctx: Context) => read(args, ctx);
  return t.field({ ...field, extensions, resolve } as never) as never;
}

function batchedField(
  t: { field(options: never): unknown },
  options: Declaration & { readonly load: Load<never, never, unknown> },
): never {
  const { needs, reads, rows, load, from, ...field } = options;
  const extensions: Declaration = { needs, load, ...optional({ from, reads, rows }) };
  const ask = (parent: never, args: never, ctx: Context) => ctx.batches.of(load, args, ctx).load(parent);
  const resolve = from
    ? async (parent: never, args: never, ctx: Context) => from((await ask(parent, args, ctx)) as never, args, ctx)
    : ask;
  // Pothos' option types are conditional on Type and Nullable, which TypeScript cannot evaluate while they are still generic. The
  // signatures above are the check; this cast is the one seam (the same one that Pothos' own plugins have).
  return t.field({ ...field, extensions, resolve } as never) as never;
}

/** Leaves out what is undefined: an optional property must not be there at all. */
function optional<Values extends object>(values: Values): { [Name in keyof Values]: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
