import type { ReactNode } from 'react';
import { StaticDiagram } from '@/components/bpmn';
import { SKETCH } from './sketch';

/** What this place is for, in one sentence, what to do first, and a sketch of it. */
export function Hero({ actions, note }: { actions: ReactNode; note?: string }) {
  return (
    <section
      aria-labelledby="hero"
      className="grid overflow-hidden rounded-lg border border-line-strong bg-surface desk:grid-cols-[minmax(0,508fr)_minmax(0,634fr)]"
    >
      <div className="flex flex-col border-line px-5.5 pb-4 pt-5 desk:min-h-59 desk:border-r">
        <h1 id="hero" className="text-xl font-semibold tracking-[-.028em]">
          Draw it, run it, countersign it
        </h1>
        <p className="mt-2 grow text-base">
          Draw the steps of a process, say who decides, and publish. It runs here, waits for people where you
          said so, and keeps a record that an auditor can check.
        </p>
        <div className="mt-4 flex flex-wrap items-center gap-2.5">
          {actions}
          {note && <span className="text-xs text-muted desk:ml-auto">{note}</span>}
        </div>
      </div>
      <div className="board-dots grid h-59 place-items-center border-line p-2 max-desk:h-44 max-desk:border-t">
        <StaticDiagram
          ghost
          view={SKETCH}
          padding={6}
          title="Sketch of a process: a request arrives, AI reads it, a gateway asks whether that is sure enough, otherwise a person decides, then it is carried out."
        />
      </div>
    </section>
  );
}
