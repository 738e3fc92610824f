import { newDocument } from '@/lib/document';

export const TEXT_FORMAT = 1;

/** What a text means that doesn't say otherwise. */
export const DEFAULTS = {
  namespaces: newDocument({ name: '', processId: 'p' }).namespaces,
  attrs: { targetNamespace: 'urn:countersign:processes', exporter: 'Countersign' },
  rootId: (processId: string): string => `Definitions_${processId}`,
} as const;
