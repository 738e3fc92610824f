'use client';

import { UserCheck } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { TextArea } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';

/** How a process is published. Switching the second person off needs a second person. */
export function PolicyDialog({ processId, secondPerson }: { processId: string; secondPerson: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(secondPerson);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    setBusy(true);
    const at = `/processes/${encodeURIComponent(processId)}/publish-policy`;
    const result = await apiSend<{ requestId: string | null }>('PUT', at, { secondPerson: wanted, reason });
    setBusy(false);
    if (!result.ok) return setError(result.problem.detail);
    toast.success(
      result.body.requestId
        ? 'A second person has to agree first'
        : wanted
          ? 'Publishing needs a second person now'
          : 'Nothing changed',
    );
    setOpen(false);
    router.refresh();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(on) => {
        setOpen(on);
        setWanted(secondPerson);
        setError(null);
      }}
      title="How this process is published"
      trigger={<Button icon={<UserCheck size={15} aria-hidden />}>Publishing…</Button>}
      footer={
        <>
          <DialogClose asChild>
            <Button>Keep as it is</Button>
          </DialogClose>
          <Button
            variant="primary"
            type="submit"
            form="policy-form"
            busy={busy}
            aria-disabled={wanted === secondPerson}
          >
            {secondPerson && !wanted ? 'Ask to switch off' : 'Change'}
          </Button>
        </>
      }
    >
      <form id="policy-form" onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <Switch
          label="Publishing needs a second person"
          hint="Whoever publishes then asks; somebody else who may publish approves or rejects exactly what was asked for."
          checked={wanted}
          onCheckedChange={setWanted}
        />
        {secondPerson && !wanted && (
          <Banner tone="warning">
            Switching this off needs a second person, too. It stays on until then.
          </Banner>
        )}
        <TextArea label="Why" name="reason" required hint="It is kept in the audit trail." />
        {error && (
          <Banner tone="error" live>
            {error}
          </Banner>
        )}
      </form>
    </Dialog>
  );
}
