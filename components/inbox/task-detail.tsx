'use client';

import { type Ref, useCallback, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Section } from '@/components/ui/section';
import type { JsonObject } from '@/engine/core/json';
import type { Outcome } from '@/lib/elements/approval/config';
import type { TaskDetail as Task } from '@/lib/tasks/types';
import { DecisionBar } from './decision-bar';
import { Changed, ClosedBar, CommentBox, DelegateDialog, History, SignDialog } from './late-parts';
import { overlay, TaskContent } from './task-content';
import { HolderActions, TaskHeader } from './task-header';
import { useOnline, usePhone } from './use-browser';
import { type Draft, useDecision } from './use-decision';
import type { Me, TaskState } from './use-task';
import { YouAreHere } from './you-are-here';

/** What keys of the inbox reach in the detail. */
export interface DetailHandle {
  arm: (tone: Outcome['tone']) => void;
  submit: () => void;
  /** Whether there was something armed to give up. */
  disarm: () => boolean;
  comment: () => void;
}

export interface TaskDetailProps {
  state: TaskState;
  task: Task;
  me: Me;
  now: number;
  draft: Draft;
  /** May open instances. */
  linked: boolean;
  onBack: () => void;
  onHand: (to: Me | null) => void;
  onDecided: (outcome: Outcome | null) => void;
  handle: Ref<DetailHandle>;
}

/** One task: content, context and the bar that decides. Mounted anew for each task. */
export function TaskDetail(props: TaskDetailProps) {
  const { state, task, me, now, draft, linked, onBack, onHand, onDecided, handle } = props;
  const formId = useId();
  const [handingOver, setHandingOver] = useState(false);
  // Until the form answers, the browser would send it by itself.
  const [ready, setReady] = useState(false);
  const [online, phone] = [useOnline(), usePhone()];
  const answerField = useRef<HTMLTextAreaElement>(null);
  const talkField = useRef<HTMLTextAreaElement>(null);
  const decision = useDecision({
    task,
    draft,
    onShown: state.show,
    onDecided,
    onGone: () => void state.load(),
  });
  const { shown, verdict } = task;
  const shownValues = shown?.values;
  const start = useMemo(() => overlay(shownValues ?? {}, draft.values), [shownValues, draft]);

  const { post } = state;
  const latestPost = useRef(post);
  latestPost.current = post;
  const sendComment = useCallback((text: string) => latestPost.current('comments', { text }), []);
  const focusAnswer = () => requestAnimationFrame(() => answerField.current?.focus());
  const arm = (outcome: Outcome | null) => {
    state.hold.current = outcome !== null;
    decision.arm(outcome);
    // On phones the keyboard would cover what is decided; there it waits until a comment is needed.
    if (outcome && (!phone || outcome.commentRequired)) focusAnswer();
  };
  const submit = async (values: JsonObject) => {
    if (shown && shown.outcomes.length > 0 && !decision.armed) return;
    if ((await decision.submit(values)) === 'comment') focusAnswer();
  };
  const form = () => document.getElementById(formId) as HTMLFormElement | null;
  useImperativeHandle(handle, () => ({
    arm: (tone) => {
      const outcome = shown?.outcomes.find((one) => one.tone === tone);
      if (outcome && verdict.may && online) arm(outcome);
    },
    submit: () => {
      if (verdict.may && ready && (decision.armed || shown?.outcomes.length === 0)) form()?.requestSubmit();
    },
    disarm: () => {
      if (decision.armed) arm(null);
      return decision.armed !== null;
    },
    comment: () => talkField.current?.focus(),
  }));

  return (
    <>
      <TaskHeader
        {...{ task, me, now, onBack }}
        onClaim={() => onHand(me)}
        onRelease={() => onHand(null)}
        onHandOver={() => setHandingOver(true)}
        onComment={() => talkField.current?.focus()}
      />
      <div className="flex min-h-0 grow flex-col overflow-y-auto @min-[780px]:flex-row @min-[780px]:overflow-hidden">
        <div className="flex min-w-0 grow flex-col gap-4 bg-surface px-4 py-5 desk:px-6 @container @min-[780px]:overflow-y-auto">
          {decision.changed && <Changed changed={decision.changed} onDismiss={decision.dismiss} />}
          {shown ? (
            <TaskContent
              task={task}
              shown={shown}
              formId={formId}
              {...(verdict.may || verdict.code === 'claimed-by-another'
                ? {
                    fill: {
                      start,
                      errors: decision.errors,
                      disabled: decision.busy || !verdict.may,
                      large: phone,
                      onChange: (values: JsonObject) => {
                        draft.values = values;
                      },
                      onSubmit: submit,
                      onReady: () => setReady(true),
                    },
                  }
                : {})}
            />
          ) : (
            <p className="text-muted">Nothing was decided here, so nothing that was shown is kept.</p>
          )}
        </div>
        <aside
          aria-label="Context"
          className="flex flex-none flex-col gap-5 border-line bg-paper px-4 py-5 max-desk:px-4 @max-[780px]:border-t @max-[780px]:desk:px-6 @min-[780px]:w-70.5 @min-[780px]:overflow-y-auto @min-[780px]:border-l"
        >
          <YouAreHere task={task} here={state.here} linked={linked} />
          <div>
            <History history={task.history} shown={task.shown} me={me.id} />
            {task.verdict.may && <CommentBox inputRef={talkField} onSend={sendComment} />}
          </div>
          <Section title="Who may decide">
            {task.whoMayDecide.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
            <div className="mt-2 desk:hidden">
              <HolderActions
                {...{ task, me }}
                large
                onClaim={() => onHand(me)}
                onRelease={() => onHand(null)}
                onHandOver={() => setHandingOver(true)}
              />
            </div>
          </Section>
        </aside>
      </div>
      {verdict.may ? (
        <DecisionBar
          {...{ task, decision: { ...decision, arm }, formId, online, ready }}
          commentRef={answerField}
          onArm={arm}
        />
      ) : (
        <ClosedBar task={task} />
      )}
      {decision.signing && <SignDialog {...{ task, decision, me }} />}
      <DelegateDialog
        taskId={task.taskId}
        open={handingOver}
        onOpenChange={setHandingOver}
        onSend={(to, reason) => state.post('delegate', { to, ...(reason ? { reason } : {}) })}
      />
    </>
  );
}
