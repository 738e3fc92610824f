'use client';

import { useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { CONTROL, Field } from '@/components/ui/field';
import type { ElementId } from '@/lib/document';
import { parseTemplate } from '@/lib/elements/template';
import { useDraft } from '../fields/use-draft';
import { useScope } from '../fields/use-scope';
import { estimateTokens } from './token-estimate';

interface PromptFieldProps {
  element: ElementId;
  label: string;
  field: string;
  value: string;
  onCommit: (text: string) => void;
  rows?: number;
  /** Tells about how many tokens the text costs. */
  tokens?: boolean;
}

/** Text with `{{variables}}` in it: those in scope can be clicked in, unknown ones are an error. */
export function PromptField({ element, label, field, value, onCommit, rows = 5, tokens }: PromptFieldProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft(value, onCommit);
  const { variables, open } = useScope(element);
  const known = new Set(variables.map((each) => each.name));
  const unknown = parseTemplate(draft.text).flatMap((part) => {
    if ('literal' in part) return [];
    const root = /^[\p{L}_][\p{L}\p{N}_]*/u.exec(part.expression)?.[0];
    return root && !open && /^[\p{L}\p{N}_.]+$/u.test(part.expression) && !known.has(root) ? [root] : [];
  });
  const insert = (name: string) => {
    const at = input.current?.selectionStart ?? draft.text.length;
    draft.change(`${draft.text.slice(0, at)}{{${name}}}${draft.text.slice(at)}`);
    input.current?.focus();
  };
  return (
    <Field
      label={label}
      hideLabel
      error={unknown[0] ? `Nothing before this step sets “${unknown[0]}”.` : undefined}
    >
      {(control) => (
        <div data-field={field} className="flex flex-col gap-1.5">
          <textarea
            {...control}
            ref={input}
            rows={rows}
            value={draft.text}
            className={cx(CONTROL, 'field-sizing-content resize-y py-1.5')}
            onChange={(event) => draft.change(event.target.value)}
            onBlur={draft.flush}
          />
          {tokens && draft.text !== '' && (
            <p className="text-xs text-muted tabular-nums">
              About {estimateTokens(draft.text)} tokens, without the values of variables
            </p>
          )}
          {variables.length > 0 && (
            <ul className="flex flex-wrap gap-1" aria-label="Variables in scope">
              {variables.slice(0, 12).map((variable) => (
                <li key={variable.name}>
                  <button
                    type="button"
                    title={`${variable.type}${variable.setBy ? `, set by ${variable.setBy}` : ''}`}
                    onClick={() => insert(variable.name)}
                    className="h-6 rounded-[3px] bg-primary-soft px-1.5 font-mono text-[11.5px] font-medium text-primary hover:bg-primary-line/40"
                  >
                    {variable.name}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  );
}
