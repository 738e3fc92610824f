'use client';

import { Command } from 'cmdk';
import { useState } from 'react';
import { rank } from '@/components/canvas/edit/rank';
import { KindIcon } from '@/components/canvas/palette/kind-icon';
import { Dialog } from '@/components/ui/dialog';
import type { Choice, Question } from './choices';

export interface ChooseDialogProps {
  question: Question;
  onChoose: (choice: Choice) => void;
  onClose: () => void;
}

/** One question with a list of answers that can be searched. */
export function ChooseDialog({ question, onChoose, onClose }: ChooseDialogProps) {
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const shown = search
    ? question.choices
        .map((choice) => ({ choice, score: rank(choice.label, search, [choice.id, choice.hint]) }))
        .filter(({ score }) => score > 0)
        .toSorted((a, b) => b.score - a.score)
        .map(({ choice }) => choice)
    : question.choices;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={question.title} size="sm">
      <Command label={question.title} shouldFilter={false} className="flex flex-col gap-2">
        <Command.Input
          autoFocus
          value={typed}
          onValueChange={setTyped}
          placeholder={question.placeholder}
          className="h-8 w-full rounded-sm border border-line-strong bg-surface px-2.25"
        />
        <Command.List className="max-h-80 overflow-y-auto">
          <Command.Empty className="py-6 text-center text-muted">{question.none}</Command.Empty>
          {shown.slice(0, 100).map((choice) => (
            <Command.Item
              key={choice.id}
              value={choice.id}
              onSelect={() => onChoose(choice)}
              className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2 py-1 data-[selected=true]:bg-hover"
            >
              {choice.kind && <KindIcon kind={choice.kind} />}
              <span className="min-w-0 grow truncate">{choice.label}</span>
              {choice.hint && <span className="text-xs text-muted">{choice.hint}</span>}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}
