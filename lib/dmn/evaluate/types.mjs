// @ts-check
// Plain JavaScript because the evaluation thread loads it straight from the file system, without a compiler.
import { compileFeel, simpleType } from '../../../engine/compile/feel/standard/index.mjs';

/**
 * @typedef {import('../model').DmnModel} DmnModel
 * @typedef {import('../model').ItemDefinition} ItemDefinition
 * @typedef {import('../../../engine/compile/feel/standard/values/types.mjs').FeelType} FeelType
 */

/** Java's numbers, which Camunda's models name as types. */
const NUMBERS = new Set(['integer', 'long', 'double', 'short', 'float']);

/** How deep names inside types are told to the parser. */
const SHAPE_DEPTH = 6;

/** The types of models that import each other: item definitions as FEEL types. */
export class Types {
  /** @param {readonly DmnModel[]} models */
  constructor(models) {
    this.models = new Map(models.map((model) => [model.namespace, model]));
    /** @type {Map<string, FeelType | undefined>} */
    this.known = new Map();
  }

  /**
   * @param {string | undefined} name as a `typeRef` says it, in an imported model as `import.type`
   * @param {string} namespace of the model that says it
   * @returns {FeelType | undefined} undefined when there is no such type, or when its definition leads back to itself
   */
  find(name, namespace) {
    if (name === undefined) return undefined;
    const simple = simpleType(name);
    if (simple) return simple.kind === 'any' ? undefined : simple;
    const model = this.models.get(namespace);
    const item = model?.items.find((candidate) => candidate.name === name);
    if (item) return this.ofItem(item, namespace);
    for (const { name: prefix, namespace: other } of model?.imports ?? []) {
      const inner =
        prefix === '' ? name : name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : undefined;
      const found =
        inner !== undefined && this.models.has(other) && other !== namespace
          ? this.find(inner, other)
          : undefined;
      if (found) return found;
    }
    return NUMBERS.has(name) ? { kind: 'number' } : undefined;
  }

  /**
   * @param {ItemDefinition} item
   * @param {string} namespace
   */
  ofItem(item, namespace) {
    const key = `${namespace}#${item.name}`;
    if (this.known.has(key)) return this.known.get(key);
    // a component may be of the type it is part of, so the type exists before its parts do
    const made = /** @type {FeelType} */ ({ kind: 'any' });
    const leadsBack = item.components === undefined && item.functionItem === undefined;
    this.known.set(key, leadsBack ? undefined : made);
    Object.assign(made, this.build(item, namespace));
    this.known.set(key, made);
    return made;
  }

  /**
   * @param {ItemDefinition} item
   * @param {string} namespace
   * @returns {FeelType}
   */
  build(item, namespace) {
    const single = constrained(this.single(item, namespace), item.allowedValues);
    const whole = item.isCollection ? { kind: /** @type {const} */ ('list'), of: single } : single;
    return constrained(whole, item.typeConstraint);
  }

  /**
   * @param {ItemDefinition} item
   * @param {string} namespace
   * @returns {FeelType}
   */
  single({ components, functionItem, typeRef }, namespace) {
    if (components) {
      const entries = components.map((component) => [component.name, this.build(component, namespace)]);
      return { kind: 'context', entries: Object.fromEntries(entries) };
    }
    if (functionItem) {
      const parameters = functionItem.parameters.map(
        ({ typeRef: ref }) => this.find(ref, namespace) ?? { kind: 'any' },
      );
      const result = this.find(functionItem.outputTypeRef, namespace);
      return {
        kind: 'function',
        parameters: /** @type {FeelType[]} */ (parameters),
        ...(result && { result }),
      };
    }
    return this.find(typeRef, namespace) ?? { kind: 'any' };
  }
}

/**
 * @param {FeelType} base
 * @param {string | undefined} tests
 * @returns {FeelType}
 */
function constrained(base, tests) {
  if (tests === undefined || tests.trim() === '') return base;
  const compiled = compileFeel(tests, { kind: 'unaryTests' });
  if ('error' in compiled) return base;
  return {
    kind: base.kind,
    base,
    allows: (value) => compiled.evaluate({ '?': value }, { now: '' }) === true,
  };
}

/**
 * The names a value of a type has inside, for the parser.
 * @param {FeelType | undefined} type
 * @param {number} [depth]
 * @returns {unknown}
 */
export function shapeOf(type, depth = 0) {
  if (!type || depth > SHAPE_DEPTH) return null;
  if (type.base) return shapeOf(type.base, depth + 1);
  if (type.kind === 'list') return shapeOf(type.of, depth + 1);
  if (!type.entries) return null;
  return Object.fromEntries(
    Object.entries(type.entries).map(([name, entry]) => [name, shapeOf(entry, depth + 1)]),
  );
}
