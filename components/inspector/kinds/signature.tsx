'use client';

import { Switch } from '@/components/ui/switch';
import type { ElementId } from '@/lib/document';
import { approvalBpmn } from '@/lib/elements/approval/bpmn';
import { DraftArea } from '../fields/text';
import { Section } from '../section';
import { useElement } from '../use-element';

/** Whether deciding asks for the password once more, and what is signed with it. */
export function SignatureSection({ id }: { id: ElementId }) {
  const { view, set } = useElement(id, approvalBpmn);
  return (
    <Section title="Signature" number={5} level={3} meta={view.signature ? 'with password' : 'none'}>
      <div className="flex flex-col gap-2">
        <div data-field="signature">
          <Switch
            label="Needs a signature"
            hint="Deciding asks once more who they are: for the password, or at the single sign-on."
            checked={view.signature}
            onCheckedChange={(signature) =>
              set({ signature, ...(signature && !view.meaning ? { meaning: FIRST_MEANING } : {}) })
            }
          />
        </div>
        {(view.signature || view.meaning !== '') && (
          <DraftArea
            label="What the signature says"
            field="meaning"
            value={view.meaning}
            placeholder={FIRST_MEANING}
            hint="Shown when deciding, signed as it stands here, and kept with name and time"
            onCommit={(meaning) => set({ meaning }, 'meaning')}
          />
        )}
      </div>
    </Section>
  );
}

const FIRST_MEANING = 'I have reviewed what is shown here and answer for this decision.';
