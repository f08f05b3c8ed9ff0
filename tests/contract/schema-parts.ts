import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A thing with a name that clients read about. */
export interface Part {
  /** `Type.field(argument)`. */
  readonly at: string;
  readonly description: string | null | undefined;
}

/** The types that are ours. */
export function ownTypes(schema: GraphQLSchema): readonly GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Every type, field, argument, enum value and input field of the schema that is ours. */
export function partsOf(schema: GraphQLSchema): readonly Part[] {
  return ownTypes(schema).flatMap((type) => [{ at: type.name, description: type.description }, ...innerParts(type)]);
}

function innerParts(type: GraphQLNamedType): readonly Part[] {
  const part = ({
    name,
    description,
  }: {
    readonly name: string;
    readonly description?: string | null | undefined;
  }) => ({
    at: `${type.name}.${name}`,
    description,
  });
  if (isEnumType(type)) return type.getValues().map(part);
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(part);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    part(field),
    ...field.args.map(({ name, description }) => ({ at: `${type.name}.${field.name}(${name})`, description })),
  ]);
}

/** The object types that can stand where this type is written. */
export function possibleTypes(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
