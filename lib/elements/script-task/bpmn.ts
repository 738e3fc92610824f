import { z } from 'zod';
import { mustGet, textOf } from '@/lib/document';
import type { BpmnBinding } from '../define';
import { extensionOf, vendorAttribute, withExtensions } from '../extension-values';

export const scriptTaskSchema = z.object({
  /** FEEL, or any text in another language that is kept but not run. */
  script: z.string().default(''),
  language: z.string().default('feel'),
  resultVariable: z.string().default('result'),
});
type View = z.infer<typeof scriptTaskSchema>;

/** Media types and names by which files call FEEL. */
export const isFeel = (language: string): boolean => /(?:^|[^a-z])feel/i.test(language);

export const scriptTaskBpmn: BpmnBinding<View> = {
  read(document, id) {
    const element = mustGet(document, id);
    const zeebe = extensionOf(element, 'zeebe:Script');
    if (zeebe) {
      const resultVariable = textOf(zeebe, 'resultVariable') ?? 'result';
      return { script: textOf(zeebe, 'expression') ?? '', language: 'feel', resultVariable };
    }
    const script = String(element.attrs.script ?? '');
    const language = String(element.attrs.scriptFormat ?? (script.trim().startsWith('=') ? 'feel' : ''));
    const fresh = script === '' && language === '';
    return {
      script,
      language: fresh ? 'feel' : language,
      resultVariable: vendorAttribute(element, 'resultVariable') ?? (fresh ? 'result' : ''),
    };
  },
  write(view, document, id) {
    const element = mustGet(document, id);
    const before = scriptTaskBpmn.read(document, id);
    if (JSON.stringify(before) === JSON.stringify(view)) return {};
    if (!isFeel(view.language))
      return {
        update: { [id]: { attrs: { script: view.script || null, scriptFormat: view.language || null } } },
      };
    const { script, resultVariable } = view;
    const expression = script.trim() === '' || script.trim().startsWith('=') ? script : `=${script}`;
    return {
      update: {
        [id]: {
          attrs: { script: null, scriptFormat: null },
          values: withExtensions(element, { 'zeebe:Script': { expression, resultVariable } }),
        },
      },
    };
  },
};
