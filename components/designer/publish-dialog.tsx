'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { later } from '@/components/ui/later';
import { TextArea } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { ChangeSummary } from '@/components/versions/change-summary';
import { ProblemBanners } from '@/components/versions/problem-banners';
import { PublishEffects, type PublishFacts } from '@/components/versions/publish-facts';
import type { Problem } from '@/engine/compile/problem';
import type { DocumentDiff } from '@/lib/diff';
import type { DesignerApi } from './api';
import type { Autosave } from './save/autosave';

/** Runs the scenarios when the window opens; nothing of that is loaded before. */
const FailingScenarios = later(
  () => import('@/components/simulation/failing-scenarios').then((it) => it.FailingScenarios),
  { name: 'The check of the scenarios', place: (_props, failure) => failure },
);

/** A change note shorter than this says nothing to whoever audits it. */
const LEAST_NOTE = 10;

interface PublishDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  next: number;
  api: DesignerApi;
  autosave: Autosave;
  problems: readonly Problem[];
  /** Goes to what has to be mended. */
  onProblem: (problem: Problem) => void;
  changes: DocumentDiff | null;
  onCompare: () => void;
  onPublished: (version: number) => void;
}

/** Publishing: what is wrong, what changes, what it means for what runs, who has to agree, and why it is published. */
export function PublishDialog(props: PublishDialogProps) {
  const { open, onOpenChange, next, api, problems, changes } = props;
  const facts = useFacts(api, open);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const short = note.trim().length < LEAST_NOTE;
  const stopped = errors.length > 0 || facts?.pending != null;
  const done = () => {
    setNote('');
    setTried(false);
    onOpenChange(false);
  };
  const { busy, failure, publish } = usePublish(props, done);
  const submit = () => {
    setTried(true);
    if (!short && !stopped) void publish(note.trim());
  };
  const verb = facts?.secondPerson ? 'Ask for approval' : `Publish version ${next}`;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Publish version ${next}`}
      description="A version never changes again."
      footer={
        <>
          <DialogClose asChild>
            <Button>Not yet</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} aria-disabled={stopped || undefined} onClick={submit}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemBanners
          problems={problems}
          onProblem={(problem) => {
            onOpenChange(false);
            props.onProblem(problem);
          }}
        />
        {changes && (
          <ChangeSummary
            diff={changes}
            base={`v${next - 1}`}
            compareHref={api.compareUrl(next - 1, 'draft')}
            onCompare={props.onCompare}
          />
        )}
        {facts && <PublishEffects facts={facts} next={next} requestHref={requestUrl(api, facts)} />}
        {open && <FailingScenarios api={api} />}
        <TextArea
          label="What changes, and why"
          required
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={
            tried && short ? `At least ${LEAST_NOTE} characters: whoever audits this reads it.` : undefined
          }
        />
        {failure && (
          <Banner tone="error" live>
            {failure}
          </Banner>
        )}
      </div>
    </Dialog>
  );
}

function requestUrl(api: DesignerApi, { pending }: PublishFacts): string | null {
  if (!pending) return null;
  const side = `request-${pending.requestId}` as const;
  return api.compareUrl(pending.baseVersion ?? side, side);
}

/** What the server knows, asked anew each time the window opens. Publishing works without, so failing is quiet. */
function useFacts(api: DesignerApi, open: boolean): PublishFacts | null {
  const [facts, setFacts] = useState<PublishFacts | null>(null);
  useEffect(() => {
    if (!open) return;
    let current = true;
    api.publishFacts().then(
      (found) => current && setFacts(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [api, open]);
  return facts;
}

function usePublish({ api, autosave, onPublished }: PublishDialogProps, done: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const publish = async (note: string) => {
    setBusy(true);
    setFailure(null);
    try {
      await autosave.flush();
      const answer = await api.publish(note, autosave.state.getState().revision);
      if (answer.status === 'blocked') setFailure(answer.problems[0]?.message ?? 'The model has errors.');
      else if (answer.status === 'failed') setFailure(answer.message);
      else {
        toast.success(
          answer.status === 'requested'
            ? 'Asked for approval. What you asked for is kept as it is now.'
            : `Version ${answer.version} is published`,
        );
        if (answer.status === 'published') onPublished(answer.version);
        // what only the server knows hasn't been said before
        const unbound = answer.problems.find(({ code }) => code === 'decision-unbound');
        if (unbound) toast.error('A decision is missing', { description: unbound.message });
        done();
      }
    } catch {
      setFailure('The server can’t be reached. Your changes are kept; try again.');
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, publish };
}
