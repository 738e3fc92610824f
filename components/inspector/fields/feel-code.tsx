'use client';

import FeelEditor, { type Completable } from '@bpmn-io/feel-editor';
import { completionStatus } from '@codemirror/autocomplete';
import { history, historyKeymap } from '@codemirror/commands';
import { Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ControlProps } from '@/components/ui/field';
import { editorVariables, type ScopeVariable } from '@/lib/feel/scope';
import type { FeelProblem } from '@/lib/feel/validate';
import { focusAt, heldCaret } from './feel-caret';
import { feelFunctions } from './feel-functions';
import { feelLook } from './feel-look';
import { markProblems, problemMarks } from './feel-marks';
import type { Caret } from './field-caret';
import { hasUncommittedText } from './use-draft';

export interface FeelCodeProps {
  label: string;
  control: ControlProps;
  text: string;
  placeholder: string | undefined;
  variables: readonly ScopeVariable[];
  problems: readonly FeelProblem[];
  /** What is selected at first. */
  caret: Caret;
  /** Enter commits instead of beginning a line. */
  single: boolean;
  onType: (text: string) => void;
  onCommit: () => void;
  onLeave: () => void;
}

/** The FEEL editor: highlighting, completion of variables and functions with their documentation, problems underlined. */
export default function FeelCode(props: FeelCodeProps) {
  const { control, problems, variables, text } = props;
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<{ feel: FeelEditor; view: EditorView; telling: boolean }>(null);
  /** What was typed and has not come back as the field's text. */
  const typed = useRef<string[]>([]);
  const now = useRef(props);
  now.current = props;

  // Made and focused together with the field that it replaces going away: no key falls between the two.
  useLayoutEffect(() => {
    if (!box.current) return;
    const made = makeEditor(box.current, now, (next) => {
      if (editor.current?.telling) return;
      typed.current.push(next);
      now.current.onType(next);
    });
    editor.current = { ...made, telling: false };
    focusAt(made.view, now.current.caret);
    return () => {
      editor.current = null;
      made.view.destroy();
    };
  }, []);
  useEffect(() => {
    const current = editor.current;
    // Who types fast is ahead of what is drawn: an older text is no change from outside.
    const known = typed.current.lastIndexOf(text);
    typed.current = typed.current.slice(known + 1);
    if (known >= 0 && typed.current.length > 0) return;
    if (known < 0) typed.current = [];
    if (!current || current.view.state.doc.toString() === text) return;
    current.telling = true;
    current.feel.setValue(text);
    current.telling = false;
  }, [text]);
  useEffect(() => editor.current?.feel.setVariables(completable(variables)), [variables]);
  useEffect(() => editor.current?.view.dispatch({ effects: markProblems.of(problems) }), [problems]);
  const { 'aria-describedby': described, 'aria-invalid': invalid } = control;
  useEffect(() => {
    const content = editor.current?.view.contentDOM;
    content?.toggleAttribute('aria-invalid', false);
    if (invalid) content?.setAttribute('aria-invalid', 'true');
    if (described) content?.setAttribute('aria-describedby', described);
    else content?.removeAttribute('aria-describedby');
  }, [described, invalid]);
  return <div ref={box} className="min-w-0" />;
}

const completable = (variables: readonly ScopeVariable[]): Completable[] =>
  editorVariables(variables).map(({ info, entries, ...variable }) => ({
    ...variable,
    detail: info,
    entries: entries.map((entry) => ({ ...entry, detail: entry.info }) as Completable),
  }));

function makeEditor(
  container: HTMLElement,
  now: { current: FeelCodeProps },
  onChange: (text: string) => void,
) {
  const { control, label, placeholder, text, variables, caret } = now.current;
  const feel = new FeelEditor({
    ...{ container, value: text, parserDialect: 'camunda', builtins: feelFunctions },
    variables: completable(variables),
    ...(placeholder !== undefined && { placeholder }),
    contentAttributes: { id: control.id, role: 'combobox', 'aria-label': label, 'aria-haspopup': 'listbox' },
    extensions: [
      feelLook,
      problemMarks,
      history(),
      keys(now),
      expanded,
      EditorView.lineWrapping,
      leaving(now),
      heldCaret(caret),
    ],
    onChange,
  });
  const view = EditorView.findFromDOM(container);
  if (!view) throw new Error('The FEEL editor has no view.');
  return { feel, view };
}

/** Undo is the field's own while something typed is not committed, else the document's. */
const keys = (now: { current: FeelCodeProps }) =>
  Prec.high(
    keymap.of([
      {
        key: 'Enter',
        run: () => {
          if (now.current.single) now.current.onCommit();
          return now.current.single;
        },
      },
      ...historyKeymap.map((binding) => ({
        ...binding,
        run: (view: EditorView) => hasUncommittedText() && (binding.run?.(view) ?? false),
      })),
    ]),
  );

/** Whether the list of completions is open, for screen readers. */
const expanded = EditorView.contentAttributes.of((view) => ({
  'aria-expanded': String(completionStatus(view.state) === 'active'),
}));

const leaving = (now: { current: FeelCodeProps }) =>
  EditorView.domEventHandlers({
    blur: () => {
      // another window is no other field: the editor is still here when it comes back
      if (document.hasFocus()) now.current.onLeave();
      return false;
    },
  });
