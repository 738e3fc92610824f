/** Why a text is no usable JSON Schema; undefined when it is. */
export function schemaProblem(text: string): string | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `It is not valid JSON: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
  if (!isRecord(json)) return 'It must be a JSON object.';
  if (json.type !== 'object' || !isRecord(json.properties))
    return 'It must describe an object with properties.';
  return check(json, 'the answer', 0);
}

const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

function check(schema: unknown, where: string, depth: number): string | undefined {
  if (depth > 10) return `${where} is nested more than 10 levels deep.`;
  if (!isRecord(schema)) return `The description of ${where} must be an object.`;
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  const unknown = types.find((type) => !TYPES.has(String(type)));
  if (unknown !== undefined) return `“${String(unknown)}” is not a type of JSON (${where}).`;
  if (schema.enum !== undefined && (!Array.isArray(schema.enum) || schema.enum.length === 0))
    return `The choices (enum) of ${where} must be a list with at least one value.`;
  const properties = schema.properties === undefined ? {} : schema.properties;
  if (!isRecord(properties)) return `The properties of ${where} must be an object.`;
  if (schema.required !== undefined && !isTextList(schema.required))
    return `“required” of ${where} must be a list of property names.`;
  const absent = isTextList(schema.required)
    ? schema.required.find((name) => !(name in properties))
    : undefined;
  if (absent !== undefined) return `“${absent}” is required in ${where} but not among its properties.`;
  for (const [name, property] of Object.entries(properties)) {
    const problem = check(property, `“${name}”`, depth + 1);
    if (problem) return problem;
  }
  return schema.items === undefined ? undefined : check(schema.items, `the items of ${where}`, depth + 1);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
