'use client';

import { Pause, Play, SkipBack, SkipForward } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { Time } from '@/components/ui/time';
import type { ProcessDocument } from '@/lib/document';
import { clamp } from '../model/scrub';
import type { InstanceModel } from '../use-instance';
import { Scrubber } from './scrubber';
import { usePlay } from './use-play';

const SPEEDS = [
  { value: '0.5', label: '½×' },
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
];

const CONNECTIONS = { live: 'Live', connecting: 'Connecting…', ended: 'Ended' } as const;

/** The history under the diagram: is it live, the slider, which event. */
export function Timeline({ document, model }: { document: ProcessDocument; model: InstanceModel }) {
  const { log, moment, past, connection, goTo } = model;
  const last = log.tip.seq;
  const at = log.entries[moment.seq - 1]?.at;
  const play = usePlay(moment.seq, last, goTo);
  const step = (by: number) => {
    play.stop();
    goTo(clamp(moment.seq + by, last));
  };
  return (
    <section
      aria-label="History"
      className="flex flex-none flex-wrap border-t border-line bg-paper desk:flex-nowrap"
    >
      <div className="flex flex-none flex-col justify-between gap-2 px-4 py-2.5 max-desk:basis-full max-desk:flex-row max-desk:items-center desk:w-60 desk:border-r desk:border-line">
        <div className="flex items-center gap-2">
          <Status past={past} connection={connection} />
          {at && <Time value={at} format="seconds" />}
        </div>
        <div className="flex items-center gap-1">
          <IconButton label="Previous event" icon={<SkipBack size={15} />} onClick={() => step(-1)} />
          <IconButton
            label={play.playing ? 'Pause' : 'Play the history'}
            variant="secondary"
            icon={play.playing ? <Pause size={15} /> : <Play size={15} />}
            onClick={play.toggle}
          />
          <IconButton label="Next event" icon={<SkipForward size={15} />} onClick={() => step(1)} />
          <Segmented
            label="Speed"
            className="ml-1 max-desk:hidden"
            choices={SPEEDS}
            value={String(play.speed)}
            onValueChange={(value) => play.setSpeed(Number(value))}
          />
        </div>
      </div>
      <Scrubber document={document} model={model} />
      <div className="flex w-24 flex-none flex-col justify-center border-l border-line px-3 max-desk:hidden">
        <span className="text-3xs text-muted">Event</span>
        <span className="font-mono text-base" data-testid="event-number">
          {moment.seq} <span className="text-muted">/ {last}</span>
        </span>
      </div>
    </section>
  );
}

function Status({ past, connection }: Pick<InstanceModel, 'past' | 'connection'>) {
  const live = !past && connection === 'live';
  return (
    <span
      data-testid="connection"
      data-connection={past ? 'past' : connection}
      className={
        live
          ? 'inline-flex h-6 items-center gap-1.5 rounded-full bg-ink px-2.5 text-xs font-medium text-canvas'
          : 'inline-flex h-6 items-center gap-1.5 rounded-full border border-line-strong px-2.5 text-xs font-medium'
      }
    >
      {live && <span aria-hidden="true" className="size-1.5 rounded-full bg-canvas" />}
      {past ? 'Past' : CONNECTIONS[connection]}
    </span>
  );
}
