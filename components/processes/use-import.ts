'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';

export interface KnownProcess {
  processId: string;
  key: string;
  name: string;
}

interface Choice {
  fileName: string;
  bytes: ArrayBuffer;
  existing: KnownProcess;
}

interface Answer {
  processId?: string;
  draftRevision?: number;
  detail?: string;
  currentRevision?: number;
}

const XML = { 'content-type': 'application/xml' };

/** The id of the first process element, enough to ask; the server reads the file properly. */
export function keyOf(bytes: ArrayBuffer): string | null {
  const text = new TextDecoder('latin1').decode(bytes);
  return /<(?:[\w.-]+:)?process\b[^>]*?\sid\s*=\s*["']([^"']+)["']/.exec(text)?.[1] ?? null;
}

/** Reads a BPMN file into a new process, or into the draft of the one that has its key; nothing is lost on failure. */
export function useImport(known: readonly KnownProcess[]) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [error, setError] = useState<string | null>(null);

  const send = async (request: () => Promise<Response>, processId?: string) => {
    setBusy(true);
    try {
      const response = await request();
      const answer = (await response.json()) as Answer;
      if (!response.ok) return setError(answer.detail ?? 'The file could not be imported.');
      router.push(`/processes/${processId ?? answer.processId}`);
    } catch {
      setError('The server can’t be reached. Your file was not sent; try again.');
    } finally {
      setBusy(false);
    }
  };
  const create = (bytes: ArrayBuffer) =>
    send(() => fetch('/api/v1/processes', { method: 'POST', headers: XML, body: bytes }));
  const replace = (bytes: ArrayBuffer, { processId }: KnownProcess) =>
    send(async () => {
      const draft = (await (await fetch(`/api/v1/processes/${processId}`)).json()) as Answer;
      return fetch(`/api/v1/processes/${processId}/draft`, {
        method: 'PUT',
        headers: { ...XML, 'if-match': `"${draft.draftRevision}"` },
        body: bytes,
      });
    }, processId);

  return {
    busy,
    choice,
    error,
    read: async (file: File) => {
      const bytes = await file.arrayBuffer();
      const key = keyOf(bytes);
      const existing = known.find((one) => one.key === key);
      if (existing) setChoice({ fileName: file.name, bytes, existing });
      else await create(bytes);
    },
    asCopy: () => choice && void create(choice.bytes),
    asDraft: () => choice && void replace(choice.bytes, choice.existing),
    dismiss: () => {
      setChoice(null);
      setError(null);
    },
  };
}
