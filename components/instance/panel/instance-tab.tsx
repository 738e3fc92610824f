'use client';

import { Section } from '@/components/ui/section';
import { StateIcon } from '@/components/ui/state-icon';
import type { ProcessDocument } from '@/lib/document';
import { elementName } from '../model/sentences';
import { lookWords } from '../model/words';
import type { InstanceModel } from '../use-instance';
import { EventList } from './event-list';
import { Variables } from './variables';

interface InstanceTabProps {
  document: ProcessDocument;
  model: InstanceModel;
  selected: string | null;
  onSelect: (elementId: string) => void;
}

/** The whole instance: variables, events, and its steps as a list, which says all that the diagram shows. */
export function InstanceTab({ document, model, selected, onSelect }: InstanceTabProps) {
  const nameOf = (id: string) => elementName(document, id);
  const reached = Object.entries(model.looks);
  return (
    <div className="px-4.5 pb-5">
      <Variables moment={model.moment} nameOf={nameOf} />
      <EventList document={document} model={model} />
      <Section title="Steps reached" meta={String(reached.length)} className="mt-5">
        <ul className="-mx-4.5">
          {reached.map(([id, look]) => (
            <li key={id} className="border-b border-line">
              <button
                type="button"
                aria-pressed={id === selected}
                onClick={() => onSelect(id)}
                className="focus-inset flex min-h-7 w-full items-center gap-2 px-4.5 py-1 text-left text-[.78125rem]/5 hover:bg-hover aria-pressed:bg-primary-soft"
              >
                <StateIcon state={look.state} size={14} />
                <span className="min-w-0 grow">{nameOf(id)}</span>
                <span className="flex-none text-muted">{lookWords(look)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
