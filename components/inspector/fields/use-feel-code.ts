import { type ComponentType, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FeelCodeProps } from './feel-code';
import { type Caret, caretOf } from './field-caret';

let loaded: ComponentType<FeelCodeProps> | undefined;

/** The FEEL editor, loaded when the first field is entered; until then, and without it, the field is plain text. */
export function useFeelCode() {
  const [code, setCode] = useState<ComponentType<FeelCodeProps>>();
  const [caret, setCaret] = useState<Caret>({ anchor: 0, head: 0 });
  const enter = (field: () => HTMLTextAreaElement | null) => {
    void load().then((component) => {
      const input = field();
      // left meanwhile: the next time it is here at once
      if (!component || !input || document.activeElement !== input) return;
      // In one go, before another key can come: what is typed meanwhile would go nowhere.
      flushSync(() => {
        setCaret(caretOf(input));
        setCode(() => component);
      });
    });
  };
  return { code, caret, enter, leave: () => setCode(undefined) };
}

/** Without a network the field stays plain text, which does everything but colours. */
async function load(): Promise<ComponentType<FeelCodeProps> | undefined> {
  loaded ??= await import('./feel-code').then(
    (module) => module.default,
    () => undefined,
  );
  return loaded;
}
