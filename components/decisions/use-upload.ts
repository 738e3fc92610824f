'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

interface Answer {
  key?: string;
  detail?: string;
  errors?: { message: string }[];
}

/** Sends DMN files to be stored, and goes to what was stored. A refusal keeps the page as it is. */
export function useUpload() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ fileName: string; messages: string[] } | null>(null);

  const send = async (file: File) => {
    const refused = (messages: string[]) => setRefusal({ fileName: file.name, messages });
    setBusy(true);
    try {
      const response = await fetch('/api/v1/decisions', {
        method: 'POST',
        headers: { 'content-type': 'application/xml', 'idempotency-key': crypto.randomUUID() },
        body: await file.arrayBuffer(),
      });
      const answer = (await response.json()) as Answer;
      if (!response.ok || answer.key === undefined) {
        const errors = [...new Set(answer.errors?.map(({ message }) => message) ?? [])];
        return refused(
          errors.length > 1 ? errors : [answer.detail ?? 'The file could not be stored. Try again.'],
        );
      }
      router.push(`/decisions/${encodeURIComponent(answer.key)}`);
      router.refresh();
    } catch {
      refused(['The server can’t be reached. Your file was not sent; try again.']);
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, send, dismiss: () => setRefusal(null) };
}
