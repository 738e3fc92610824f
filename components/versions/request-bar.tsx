'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import type { Problem } from '@/engine/compile/problem';
import { ProblemBanners } from './problem-banners';

/** What the page knows about a request that is looked at. */
export interface RequestFacts {
  requestId: string;
  kind: 'publish' | 'policy-off';
  state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  note: string;
  requestedByName: string;
  decidedByName: string | null;
  comment: string | null;
  version: number | null;
  /** What publishing it says of it today. */
  problems: readonly Problem[];
}

export interface RequestBarProps {
  processId: string;
  request: RequestFacts;
  /** Whether it is the reader's own: who asked never decides. */
  own: boolean;
  /** Whether the reader's role lets them decide this one. */
  mayDecide: boolean;
  /** Shows the element of a problem. */
  onElement: (id: string) => void;
}

type Verb = 'approve' | 'reject' | 'withdraw';

/** The second person's decision on what is shown, or what became of it. */
export function RequestBar({ processId, request, own, mayDecide, onElement }: RequestBarProps) {
  const [asking, setAsking] = useState<Verb | null>(null);
  if (request.state !== 'pending') return <Decided request={request} />;
  return (
    <>
      <Banner
        strip
        tone="warning"
        title={
          own
            ? 'You asked for this. Somebody else decides.'
            : `${request.requestedByName} asks: ${words(request).question}`
        }
        actions={
          own ? (
            <Button onClick={() => setAsking('withdraw')}>Withdraw…</Button>
          ) : (
            mayDecide && (
              <>
                <Button onClick={() => setAsking('reject')}>Reject…</Button>
                <Button variant="primary" onClick={() => setAsking('approve')}>
                  {words(request).approve}…
                </Button>
              </>
            )
          )
        }
      >
        {request.note}
        {!own && !mayDecide && <p className="text-muted">Whoever may publish decides.</p>}
      </Banner>
      <ProblemBanners strip problems={request.problems} onProblem={({ elementId }) => onElement(elementId)} />
      <Decision {...{ processId, request, asking }} onClose={() => setAsking(null)} />
    </>
  );
}

const words = ({ kind }: RequestFacts) =>
  kind === 'publish'
    ? { question: 'may this be published?', approve: 'Approve and publish' }
    : { question: 'may this process be published without a second person?', approve: 'Agree' };

function Decided({ request }: { request: RequestFacts }) {
  const { state, decidedByName, comment, version } = request;
  return (
    <Banner
      strip
      tone={state === 'approved' ? 'success' : 'info'}
      title={`${decidedByName ?? 'Somebody'} has ${state} this${version ? `: it is version ${version}` : ''}`}
    >
      {comment ?? ''}
    </Banner>
  );
}

const TEXTS = {
  approve: {
    title: 'Approve and publish?',
    text: 'Exactly what is shown here becomes the version, whatever was drawn since. You and who asked are both recorded.',
    label: 'Comment',
  },
  reject: {
    title: 'Reject this?',
    text: 'Nothing is published. Who asked reads your comment and can ask again.',
    label: 'Why not',
  },
  withdraw: {
    title: 'Withdraw your request?',
    text: 'Nothing is published. Your draft stays as it is.',
    label: 'Comment',
  },
} as const;

/** What is approved with it; the page lists what they are. */
export function warningsWords(problems: readonly Problem[]): string {
  const count = problems.filter(({ severity }) => severity === 'warning').length;
  if (count === 0) return '';
  return count === 1 ? ' It has one warning.' : ` It has ${count} warnings.`;
}

interface DecisionProps {
  processId: string;
  request: RequestFacts;
  asking: Verb | null;
  onClose: () => void;
}

function Decision({ processId, request, asking, onClose }: DecisionProps) {
  const router = useRouter();
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const verb = asking ?? 'approve';
  const text =
    verb === 'approve' && request.kind === 'policy-off'
      ? { ...TEXTS.approve, title: 'Agree?', text: 'From now on one person publishes this process alone.' }
      : TEXTS[verb];
  const warnings = verb === 'approve' ? warningsWords(request.problems) : '';
  const needs = verb === 'reject' && comment.trim() === '';
  const send = async () => {
    if (needs) return setError('Say why: who asked reads it.');
    setBusy(true);
    const at = `/processes/${encodeURIComponent(processId)}/publish-requests/${request.requestId}/${verb}`;
    const result = await apiPost<{ version: number | null }>(at, comment.trim() ? { comment } : {});
    setBusy(false);
    if (!result.ok) return setError(result.problem.detail);
    const { version } = result.body;
    toast.success(version ? `Version ${version} is published` : `${text.title.replace('?', '')}: done`);
    onClose();
    if (version) router.push(`/processes/${processId}/versions/${version}`);
    else router.refresh();
  };
  return (
    <AlertDialog
      open={asking !== null}
      onOpenChange={(open) => {
        if (open) return;
        setError(null);
        onClose();
      }}
      title={text.title}
      description={`${text.text}${warnings}`}
      confirm={verb === 'approve' ? words(request).approve : verb === 'reject' ? 'Reject' : 'Withdraw'}
      dismiss="Not yet"
      danger={verb === 'reject'}
      busy={busy}
      onConfirm={() => void send()}
    >
      <TextArea
        label={text.label}
        required={verb === 'reject'}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
      {error && (
        <Banner tone="error" live>
          {error}
        </Banner>
      )}
    </AlertDialog>
  );
}
