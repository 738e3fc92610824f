'use client';

import { useState } from 'react';
import { apiPost } from '@/components/common/api-client';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import { toast } from '@/components/ui/toast';
import type { ProviderAnswer } from '@/lib/settings/provider-answer';
import { AskedRemoval } from './asked-removal';
import { RowButton } from './row-button';
import { useSubmit } from './use-submit';

interface Trial {
  ok: boolean;
  message?: string;
  latencyMs?: number;
}

/** What an administrator does with a provider. What comes from the environment is changed there. */
export function ProviderActions({ provider, onChange }: { provider: ProviderAnswer; onChange: () => void }) {
  const { busy, submit } = useSubmit();
  const path = `/providers/${encodeURIComponent(provider.providerId)}`;
  const own = provider.source === 'settings';
  return (
    <>
      {provider.source !== 'built-in' && <Test path={path} name={provider.name} />}
      {own && !provider.isDefault && (
        <Button
          size="sm"
          busy={busy}
          aria-label={`Make ${provider.name} the default`}
          onClick={() => void submit(() => apiPost(`${path}/default`))}
        >
          Make default
        </Button>
      )}
      {own && (
        <>
          <RowButton verb="Change" about={provider.name} onClick={onChange} />
          <AskedRemoval
            verb="Remove"
            about={provider.name}
            title={`Remove ${provider.name}?`}
            description="Its key is deleted. Steps that name this provider raise an incident from now on."
            confirm="Remove provider"
            path={path}
          />
        </>
      )}
    </>
  );
}

/** Asks the provider for one word, for real. */
function Test({ path, name }: { path: string; name: string }) {
  const [busy, setBusy] = useState(false);
  const announce = useAnnounce();
  const test = async () => {
    setBusy(true);
    const result = await apiPost<Trial>(`${path}/test`);
    setBusy(false);
    const failure = result.ok ? (result.body.ok ? null : result.body.message) : result.problem.detail;
    const text = failure ? `${name} did not answer` : `${name} answered`;
    announce(text);
    if (failure) toast.error(text, { description: failure });
    else toast.success(text);
  };
  return <RowButton verb="Test" about={name} busy={busy} onClick={() => void test()} />;
}
