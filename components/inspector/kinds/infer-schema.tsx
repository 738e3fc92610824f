'use client';

import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-field';
import { parseSample } from '../trial/trial-sample';
import { schemaOf } from './schema-infer';

/** Makes the schema from an example of the answer. */
export function InferSchema({ onCommit }: { onCommit: (schema: string) => void }) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const sample = parseSample(text);
  return (
    <Dialog
      size="sm"
      title="Infer from a sample"
      description="Paste an answer as it should look. Its members become the fields; the schema there is now is replaced."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="ghost" icon={<Sparkles size={13} />}>
          Infer from sample
        </Button>
      }
      footer={
        <Button
          variant="primary"
          disabled={!sample}
          onClick={() => {
            if (!sample) return;
            onCommit(JSON.stringify(schemaOf(sample), null, 2));
            setOpen(false);
          }}
        >
          Use it
        </Button>
      }
    >
      <TextArea
        label="Sample answer"
        mono
        rows={8}
        value={text}
        placeholder={'{ "vendor": "Acme", "total": 119.5 }'}
        {...(text.trim() !== '' && !sample && { error: 'This is not a JSON object.' })}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}
