'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

interface Saved {
  detail?: string;
  errors?: { message: string }[];
}

/**
 * Stores the edited file as its next version. When somebody stored one meanwhile nothing is sent, and the person
 * says whether theirs shall come after it.
 */
export function useSave(fileKey: string, opened: number, decision: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [newer, setNewer] = useState<number>();

  const save = async (xml: string, knowing = false): Promise<boolean> => {
    setBusy(true);
    setMessages([]);
    try {
      const latest = await latestVersion(fileKey);
      if (latest !== opened && !(knowing && latest === newer)) {
        setNewer(latest);
        return false;
      }
      const response = await fetch('/api/v1/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'idempotency-key': crypto.randomUUID() },
        body: xml,
      });
      if (!response.ok) {
        setMessages(reasons((await response.json()) as Saved));
        return false;
      }
      router.push(`/decisions/${encodeURIComponent(fileKey)}#${encodeURIComponent(decision)}`);
      router.refresh();
      return true;
    } catch {
      setMessages(['The server can’t be reached. Nothing was stored; your table is still here. Try again.']);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, messages, newer, save };
}

async function latestVersion(fileKey: string): Promise<number | undefined> {
  const response = await fetch(`/api/v1/decisions/${encodeURIComponent(fileKey)}/versions`);
  const { items } = (await response.json()) as { items?: { version: number }[] };
  return items?.[0]?.version;
}

function reasons({ errors = [], detail }: Saved): string[] {
  const told = [...new Set(errors.map(({ message }) => message))];
  return told.length > 0 ? told : [detail ?? 'The table could not be stored. Try again.'];
}
