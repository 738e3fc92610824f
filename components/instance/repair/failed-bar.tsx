'use client';

import { RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { apiPost, type Problem } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { InstanceFacts } from '../model/page-props';
import type { InstanceModel } from '../use-instance';
import { problemText } from './use-repair';

interface FailedBarProps {
  instance: InstanceFacts;
  model: InstanceModel;
  mayStart: boolean;
}

/** A failed instance stays as it is; a new one can start with what it started with. */
export function FailedBar({ instance, model, mayStart }: FailedBarProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const first = model.log.entries[0]?.event;
  const last = model.log.entries.at(-1)?.event;
  if (model.past || last?.type !== 'instance.failed' || first?.type !== 'instance.started') return null;
  const { variables, businessKey } = first.data;
  const again = async () => {
    setBusy(true);
    const { title } = instance;
    const body = { variables, businessKey, ...(title ? { title } : {}) };
    const started = await apiPost<{ instanceId: string }>(
      `/processes/${encodeURIComponent(instance.processId)}/instances`,
      body,
    );
    setBusy(false);
    if (started.ok) router.push(`/instances/${started.body.instanceId}`);
    else setProblem(started.problem);
  };
  return (
    <Banner
      tone="error"
      strip
      title="This instance failed"
      actions={
        mayStart && (
          <Button icon={<RotateCcw size={14} aria-hidden />} busy={busy} onClick={() => void again()}>
            Start again with the same data
          </Button>
        )
      }
    >
      {problem ? problemText(problem) : last.data.message}
    </Banner>
  );
}
