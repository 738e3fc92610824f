'use client';

import { useContent } from '@/components/designer/store/content';
import { Switch } from '@/components/ui/switch';
import { type ElementId, get, incoming, outgoing } from '@/lib/document';
import { Section } from '../section';
import { usePatch } from '../use-element';

/** Whether a step undoes another one; only a step that no path leads to or from can. */
export function CompensationSection({ id }: { id: ElementId }) {
  const document = useContent();
  const patch = usePatch();
  const on = get(document, id)?.attrs.isForCompensation === true;
  if (!on && incoming(document, id).length + outgoing(document, id).length > 0) return null;
  return (
    <Section title="Compensation" level={3}>
      <div data-field="isForCompensation">
        <Switch
          label="Undoes another step"
          hint="Connect a compensation event on the border of that step to this one"
          checked={on}
          onCheckedChange={(checked) =>
            patch(id, { update: { [id]: { attrs: { isForCompensation: checked || null } } } })
          }
        />
      </div>
    </Section>
  );
}
