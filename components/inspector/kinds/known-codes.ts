import type { ProcessDocument } from '@/lib/document';

const HOLDERS = {
  error: { type: 'bpmn:Error', attribute: 'errorCode' },
  escalation: { type: 'bpmn:Escalation', attribute: 'escalationCode' },
} as const;

/** Codes of errors or escalations that the document names already, in alphabetical order; computed ones are left out. */
export function knownCodes(document: ProcessDocument, what: keyof typeof HOLDERS): string[] {
  const { type, attribute } = HOLDERS[what];
  const codes = Object.values(document.elements).flatMap((element) => {
    const code = element.type === type ? element.attrs[attribute] : undefined;
    return typeof code === 'string' && code !== '' && !code.startsWith('=') ? [code] : [];
  });
  return [...new Set(codes)].sort();
}
