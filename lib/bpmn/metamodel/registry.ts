import { BpmnModdle, type ModdleDescriptor, type ModdlePackage } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import countersign from '../descriptors/countersign.json';

/**
 * Vendor types that extend BPMN's own are left out: all they add are attributes, which are kept under their
 * prefixed name anyway (`camunda:assignee`), and the vendors' claims on the same names exclude each other.
 */
function withoutTraits<T extends { types: object[] }>(descriptor: T): T {
  return { ...descriptor, types: descriptor.types.filter((type) => !('extends' in type)) };
}

const moddle = new BpmnModdle({
  zeebe: withoutTraits(zeebe),
  camunda: withoutTraits(camunda),
  countersign,
});

/** The packages by the prefix that documents use for them. */
export const packages: ReadonlyMap<string, ModdlePackage> = new Map(
  moddle.registry.packages.map((pkg) => [pkg.prefix, pkg]),
);

/** The descriptor of a prefixed type name; undefined when no descriptor file knows it. */
export function descriptorOf(name: string): ModdleDescriptor | undefined {
  if (!Object.hasOwn(moddle.registry.typeMap, name)) return undefined;
  // Colours only extend shapes and edges; they are no elements of their own.
  if ((moddle.registry.typeMap[name]?.extends ?? []).length > 0) return undefined;
  return moddle.registry.getEffectiveDescriptor(name);
}
