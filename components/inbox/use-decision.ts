'use client';

import { useRef, useState } from 'react';
import { apiPost, type Problem } from '@/components/common/api-client';
import { useAnnounce } from '@/components/ui/live-region';
import type { JsonObject } from '@/engine/core/json';
import type { Outcome } from '@/lib/elements/approval/config';
import type { FormError } from '@/lib/forms';
import type { ShownContent, TaskDetail } from '@/lib/tasks/types';

/** What somebody typed about a task; kept while they look at others. */
export interface Draft {
  comment: string;
  values: JsonObject;
}

export interface DecisionOptions {
  task: TaskDetail;
  draft: Draft;
  /** What is shown changed, or the task went to somebody else. */
  onShown: (task: TaskDetail) => void;
  onDecided: (outcome: Outcome | null) => void;
  onGone: () => void;
}

/** What somebody was about to sign, and what it says now. */
export interface ShownTwice {
  before: ShownContent;
  after: ShownContent;
}

const FORM_ERROR = 'variables.';

/** Refusals after which the task is no longer to decide by this person. */
const GONE = new Set(['task-already-decided', 'claimed-by-another', 'four-eyes', 'not-found']);

const fieldErrors = (problem: Problem): FormError[] =>
  (problem.errors ?? []).map(({ path, message }) => ({
    path: path.startsWith(FORM_ERROR) ? path.slice(FORM_ERROR.length) : path,
    message,
  }));

/** A repeat of the same words after a lost answer is the same submit; anything else is a new one. */
function useSubmitKey() {
  const last = useRef<{ text: string; key: string } | null>(null);
  return {
    for(body: unknown): string {
      const text = JSON.stringify(body);
      if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() };
      return last.current.key;
    },
    done: () => {
      last.current = null;
    },
  };
}

/** Arming, signing and what can go wrong. Arming never sends. */
export function useDecision({ task, draft, onShown, onDecided, onGone }: DecisionOptions) {
  const announce = useAnnounce();
  const [armed, setArmed] = useState<Outcome | null>(null);
  const [comment, setComment] = useState(draft.comment);
  const [commentError, setCommentError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [changed, setChanged] = useState<ShownTwice | null>(null);
  const [errors, setErrors] = useState<FormError[]>([]);
  const [signing, setSigning] = useState<JsonObject | null>(null);
  const key = useSubmitKey();

  const arm = (outcome: Outcome | null) => {
    setArmed(outcome);
    setCommentError(undefined);
    setProblem(null);
    if (outcome) announce(`${outcome.label} armed. Nothing is sent yet.`);
  };

  const write = (text: string) => {
    draft.comment = text;
    setComment(text);
    if (text.trim()) setCommentError(undefined);
  };

  const refused = (refusal: Problem) => {
    if (refusal.status > 0 && refusal.status < 500) key.done();
    if (refusal.code === 'content-changed' && task.shown) {
      const shown = refusal.shown as ShownContent;
      setChanged({ before: task.shown, after: shown });
      setArmed(null);
      onShown({ ...task, shown, contentDigest: String(refusal.contentDigest) });
    } else if (refusal.code === 'invalid-form') setErrors(fieldErrors(refusal));
    else if (refusal.code === 'comment-required') setCommentError(refusal.detail);
    else if (GONE.has(refusal.code)) {
      setArmed(null);
      onGone();
    }
    setProblem(refusal);
    announce(refusal.detail, { assertive: true });
  };

  /** Sends the decision. Gives whether the comment must be filled in first. */
  const submit = async (variables: JsonObject, signature?: string): Promise<'comment' | 'sent'> => {
    if (busy) return 'sent';
    if (armed?.commentRequired && !comment.trim()) {
      setCommentError('Say why: this answer needs a comment.');
      return 'comment';
    }
    setSigning(null);
    if (task.shown?.signature && !signature) {
      setSigning(variables);
      return 'sent';
    }
    setBusy(true);
    setProblem(null);
    setErrors([]);
    const body = {
      outcome: armed?.id ?? null,
      variables,
      comment: comment.trim() || null,
      contentDigest: task.contentDigest,
      signature,
    };
    const answer = await apiPost(`/tasks/${encodeURIComponent(task.taskId)}/complete`, body, key.for(body));
    setBusy(false);
    if (answer.ok) {
      key.done();
      onDecided(armed);
    } else refused(answer.problem);
    return 'sent';
  };

  return {
    armed,
    arm,
    comment,
    write,
    commentError,
    busy,
    problem,
    changed,
    dismiss: () => {
      setChanged(null);
      setProblem(null);
    },
    errors,
    submit,
    signing,
    /** Sends what is to be signed; null gives it up. */
    sign: (signature: string | null) => {
      if (signature && signing) void submit(signing, signature);
      else setSigning(null);
    },
  };
}

export type DecisionState = ReturnType<typeof useDecision>;
