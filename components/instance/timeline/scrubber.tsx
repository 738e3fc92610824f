'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { formatUtc } from '@/components/ui/format-time';
import type { ProcessDocument } from '@/lib/document';
import { clamp, positionOf, scrubKey } from '../model/scrub';
import { lineOf } from '../model/sentences';
import type { InstanceModel } from '../use-instance';
import { LaneNames, Track } from './track';

interface ScrubberProps {
  document: ProcessDocument;
  model: InstanceModel;
}

/** The slider over the history: one step an event. */
export function Scrubber({ document, model }: ScrubberProps) {
  const { log, moment, goTo, nameOf } = model;
  const track = useRef<HTMLDivElement>(null);
  const last = log.tip.seq;
  const entry = log.entries[moment.seq - 1];
  const words = entry
    ? `Event ${moment.seq} of ${last}, ${formatUtc(entry.at, 'seconds')}, ${lineOf(document, entry, nameOf).title}`
    : 'No events yet';
  const toPointer = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box?.width) goTo(clamp(1 + ((event.clientX - box.left) / box.width) * (last - 1), last));
  };
  const onKey = (event: KeyboardEvent) => {
    const to =
      event.metaKey || event.ctrlKey || event.altKey ? undefined : scrubKey(event.key, moment.seq, last);
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };
  const left = `${positionOf(moment.seq, last) * 100}%`;
  return (
    <div className="flex min-w-0 grow px-4 py-2.5">
      <LaneNames />
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        aria-label="Timeline"
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={last}
        aria-valuenow={moment.seq}
        aria-valuetext={words}
        onKeyDown={onKey}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          toPointer(event);
        }}
        onPointerMove={(event) => event.buttons === 1 && toPointer(event)}
        className="relative min-w-0 grow cursor-pointer touch-none select-none rounded-sm"
      >
        <Track entries={log.entries} />
        <span
          aria-hidden="true"
          className="absolute top-0 h-16 w-0.5 -translate-x-1/2 bg-primary"
          style={{ left }}
        />
        <span
          aria-hidden="true"
          className="absolute top-13.5 h-4.5 w-3.5 -translate-x-1/2 rounded-[3px] rounded-b-md bg-primary shadow-card"
          style={{ left }}
        />
      </div>
    </div>
  );
}
