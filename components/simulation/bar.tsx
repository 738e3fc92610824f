'use client';

import { Clock, FastForward, Pause, Play, RotateCcw, Save, SkipForward, X } from 'lucide-react';
import { keyName } from '@/components/canvas';
import { Button } from '@/components/ui/button';
import { formatUtc } from '@/components/ui/format-time';
import { IconButton } from '@/components/ui/icon-button';
import { Segmented } from '@/components/ui/segmented';
import { nextTimer } from '@/lib/simulation';
import { useSimulation, useSimulationStore } from './context';
import type { Speed } from './simulation-store';

const SPEEDS = [
  { value: '0.5', label: '½×' },
  { value: '1', label: '1×' },
  { value: '2', label: '2×' },
];
const ASKS = [
  { value: 'ask', label: 'Ask' },
  { value: 'follow', label: 'Follow conditions' },
];

interface BarProps {
  caughtUp: boolean;
  onSave: () => void;
  onEnd: () => void;
}

/** Playing the simulation: like the history of an instance, with a clock that can be moved. */
export function Bar({ caughtUp, onSave, onEnd }: BarProps) {
  const { setPlaying, setSpeed, setAsking, advance, skip, reset, perform } = useSimulationStore().getState();
  const session = useSimulation((state) => state.session);
  const playing = useSimulation((state) => state.playing);
  const speed = useSimulation((state) => state.speed);
  const asking = useSimulation((state) => state.asking);
  const timer = session ? nextTimer(session) : undefined;
  return (
    <div
      role="toolbar"
      aria-label="Simulation"
      className="flex min-h-12 flex-none flex-wrap items-center gap-x-4 gap-y-1.5 border-t border-line bg-paper px-4 py-2"
    >
      <span className="inline-flex h-6 items-center rounded-full bg-ink px-2.5 text-xs font-medium text-canvas">
        Simulation
      </span>
      <div className="flex items-center gap-1">
        <IconButton
          label={playing ? 'Pause' : 'Play'}
          shortcut={keyName('simulationPlay')}
          variant="secondary"
          icon={playing ? <Pause size={15} /> : <Play size={15} />}
          onClick={() => setPlaying(!playing)}
        />
        <IconButton
          label="Step"
          shortcut={keyName('simulationStep')}
          icon={<SkipForward size={15} />}
          disabled={!session || caughtUp}
          onClick={() => {
            setPlaying(false);
            advance();
          }}
        />
        <IconButton
          label="To the next wait"
          icon={<FastForward size={15} />}
          disabled={!session || caughtUp}
          onClick={skip}
        />
        <IconButton
          label="Reset"
          shortcut={keyName('simulationReset')}
          icon={<RotateCcw size={15} />}
          disabled={!session}
          onClick={reset}
        />
      </div>
      <Segmented
        label="Speed"
        choices={SPEEDS}
        value={String(speed)}
        onValueChange={(value) => setSpeed(Number(value) as Speed)}
      />
      <div className="flex items-center gap-2 text-xs">
        <span className="text-muted" aria-hidden="true">
          Gateways
        </span>
        <Segmented
          label="Gateways"
          choices={ASKS}
          value={asking ? 'ask' : 'follow'}
          onValueChange={(value) => setAsking(value === 'ask')}
        />
      </div>
      {session && (
        <div className="flex items-center gap-2 text-xs">
          <Clock size={14} aria-hidden="true" className="text-muted" />
          <span data-testid="simulation-clock">{formatUtc(session.now)} UTC</span>
          {timer && (
            <Button size="sm" onClick={() => perform({ at: timer.elementId, timer: 'fire' })}>
              Next timer
            </Button>
          )}
        </div>
      )}
      <div className="ml-auto flex items-center gap-2">
        <Button icon={<Save size={15} />} disabled={!session || !caughtUp} onClick={onSave}>
          Save as scenario…
        </Button>
        <Button icon={<X size={15} />} shortcut={keyName('simulationEnd')} onClick={onEnd}>
          Edit
        </Button>
      </div>
    </div>
  );
}
