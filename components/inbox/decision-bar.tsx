'use client';

import { Check, Stamp, Undo2, X } from 'lucide-react';
import type { Ref } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { Kbd } from '@/components/ui/kbd';
import { TextArea } from '@/components/ui/text-field';
import type { Outcome } from '@/lib/elements/approval/config';
import type { TaskDetail } from '@/lib/tasks/types';
import type { DecisionState } from './use-decision';
import { commitLabel, lower, shortDigest } from './words';

export interface DecisionBarProps {
  task: TaskDetail;
  decision: DecisionState;
  /** Of the form that the final button submits. */
  formId: string;
  online: boolean;
  /** The form answers. */
  ready: boolean;
  commentRef: Ref<HTMLTextAreaElement>;
  onArm: (outcome: Outcome) => void;
}

const ICONS = { positive: Stamp, negative: X, neutral: Undo2 } as const;
const KEYS = { positive: 'A', negative: 'R', neutral: undefined } as const;

/** Where a decision is armed and, with another button, signed. At the foot of the detail; a sheet on phones. */
export function DecisionBar(props: DecisionBarProps) {
  const { task, decision, online } = props;
  const { problem, changed, armed } = decision;
  const outcomes = task.shown?.outcomes ?? [];
  return (
    <section
      aria-label="Decision"
      data-armed={armed?.id}
      className={cx(
        'flex-none border-t border-line-strong bg-surface px-4 py-3 desk:px-6',
        armed && 'max-desk:rounded-t-[14px]',
      )}
    >
      {problem && !changed && (
        <div className="mb-2.5">
          <Banner tone="error" live>
            {problem.detail}
          </Banner>
        </div>
      )}
      {!online && (
        <div className="mb-2.5">
          <Banner tone="warning">You are offline. What you type is kept; decide when you are back.</Banner>
        </div>
      )}
      {outcomes.length > 0 ? <Arming {...props} outcomes={outcomes} /> : <Completing {...props} />}
      {armed && <Signing {...props} armed={armed} />}
    </section>
  );
}

function Arming({ decision, outcomes, onArm, online }: DecisionBarProps & { outcomes: Outcome[] }) {
  const { armed } = decision;
  return (
    <div className={cx('flex flex-wrap items-center gap-x-3 gap-y-2', armed && 'max-desk:hidden')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as one row in every browser. */}
      <div role="group" aria-label="Your answer" className="flex max-desk:w-full max-desk:gap-2">
        {outcomes.map((outcome, index) => {
          const Icon = ICONS[outcome.tone];
          const pressed = armed?.id === outcome.id;
          const first = outcomes.findIndex((one) => one.tone === outcome.tone) === index;
          const key = first ? KEYS[outcome.tone] : undefined;
          return (
            <button
              key={outcome.id}
              type="button"
              aria-pressed={pressed}
              aria-keyshortcuts={key}
              disabled={!online || decision.busy}
              onClick={() => onArm(outcome)}
              className={cx(
                'inline-flex h-8.5 items-center justify-center gap-2 border border-line-strong px-4 font-medium focus-visible:z-10',
                'max-desk:h-12 max-desk:min-w-0 max-desk:flex-1 max-desk:rounded-md max-desk:px-2',
                'desk:-ml-px desk:first:ml-0 desk:first:rounded-l-md desk:last:rounded-r-md',
                'disabled:cursor-not-allowed disabled:text-muted',
                pressed ? 'bg-ink text-canvas' : 'bg-surface hover:bg-hover',
              )}
            >
              <Icon size={15} strokeWidth={1.8} aria-hidden="true" className="flex-none" />
              <span className="truncate">{outcome.label}</span>
              {key && (
                <span className="max-desk:hidden">
                  <Kbd>{key}</Kbd>
                </span>
              )}
            </button>
          );
        })}
      </div>
      {armed ? (
        <>
          <p className="text-xs text-muted">Armed. Nothing is sent yet.</p>
          <Button variant="ghost" shortcut="Esc" className="ml-auto" onClick={() => decision.arm(null)}>
            Cancel
          </Button>
        </>
      ) : (
        <p className="text-xs text-muted max-desk:hidden">Choose first, sign afterwards.</p>
      )}
    </div>
  );
}

function Signing({
  armed,
  task,
  decision,
  formId,
  commentRef,
  online,
  ready,
}: DecisionBarProps & { armed: Outcome }) {
  return (
    <div className="flex flex-col gap-2.5 desk:mt-3 desk:flex-row desk:items-end desk:gap-4">
      <div className="min-w-0 grow">
        <TextArea
          ref={commentRef}
          label={armed.commentRequired ? `Why “${lower(armed.label)}”?` : 'Comment, if you like'}
          required={armed.commentRequired}
          rows={2}
          maxLength={4000}
          value={decision.comment}
          error={decision.commentError}
          onChange={(event) => decision.write(event.target.value)}
        />
      </div>
      <div className="flex flex-none flex-col gap-1.5">
        {task.contentDigest && (
          <p className="flex items-center gap-1.5 text-xs text-muted desk:justify-end">
            <Check size={13} aria-hidden="true" /> You sign what is shown,
            <code title={task.contentDigest}>{shortDigest(task.contentDigest)}</code>
          </p>
        )}
        <div className="flex gap-2">
          <Button size="xl" className="desk:hidden" onClick={() => decision.arm(null)}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            size="lg"
            variant="primary"
            icon={<Stamp size={17} aria-hidden="true" className="desk:hidden" />}
            busy={decision.busy}
            disabled={!online || !ready}
            aria-keyshortcuts="Control+Enter Meta+Enter"
            className="grow whitespace-normal! leading-5 max-desk:h-auto max-desk:min-h-12"
          >
            {commitLabel(armed)}
            <span aria-hidden="true" className="text-xs opacity-80 max-desk:hidden">
              Ctrl ↵
            </span>
          </Button>
        </div>
      </div>
    </div>
  );
}

function Completing({ decision, formId, online, ready }: DecisionBarProps) {
  return (
    <div className="flex items-center gap-3">
      <p className="text-xs text-muted max-desk:hidden">Fill in the form, then complete the task.</p>
      <Button
        type="submit"
        form={formId}
        size="lg"
        variant="primary"
        busy={decision.busy}
        disabled={!online || !ready}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        className="ml-auto max-desk:h-12 max-desk:w-full"
      >
        {commitLabel(null)}
      </Button>
    </div>
  );
}
