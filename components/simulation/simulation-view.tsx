'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { DiagramCanvas, isTyping, type ShortcutId, shortcutOf, viewOf } from '@/components/canvas';
import { elementName } from '@/components/instance/model/sentences';
import { Variables } from '@/components/instance/panel/variables';
import { useAnnounce } from '@/components/ui/live-region';
import { Tabs } from '@/components/ui/tabs';
import type { ProcessDocument } from '@/lib/document';
import { type Scenario, type Session, waitingOf, waitingWords } from '@/lib/simulation';
import { Bar } from './bar';
import { SimulationContext, useSimulation, useSimulationStore } from './context';
import { MOVE_MS } from './frames';
import { Log } from './log';
import { Problems } from './problems';
import { SaveDialog } from './save-dialog';
import { createSimulation } from './simulation-store';
import { StartForm } from './start-form';
import { Tokens } from './tokens';
import { usePicture } from './use-picture';
import { WaitingList } from './waiting-list';

export interface SimulationViewProps {
  document: ProcessDocument;
  /** The plane of the diagram to show. */
  plane?: string;
  /** A scenario that was run: shown from its beginning. */
  replay?: Session;
  onEnd: () => void;
  /** Leaves the simulation and goes to a field of an element. */
  onGoTo: (elementId: string, field?: string) => void;
  onSave: (id: string, scenario: Scenario) => Promise<void>;
}

/** The draft in motion, in the place of the drawing board; editing is off. */
export function SimulationView(props: SimulationViewProps) {
  const [store] = useState(() => createSimulation(props.document, props.replay));
  return (
    <SimulationContext.Provider value={store}>
      <Workbench {...props} />
    </SimulationContext.Provider>
  );
}

/** Space and Enter press a button that has the focus. */
const presses = (event: KeyboardEvent): boolean =>
  /^(?: |Enter)$/.test(event.key) &&
  event.target instanceof HTMLElement &&
  event.target.closest('button, summary, a, [role=radio], [role=tab]') !== null;

function Workbench({ document, plane, onEnd, onGoTo, onSave }: SimulationViewProps) {
  const store = useSimulationStore();
  const root = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useState('waiting');
  const [saving, setSaving] = useState(false);
  const picture = usePicture();
  const problems = useSimulation((state) => state.problems);
  const shown = useSimulation((state) => state.shown);
  const speed = useSimulation((state) => state.speed);
  const view = useMemo(() => viewOf(document, plane), [document, plane]);
  usePlay(picture.caughtUp);
  useSpoken(picture.caughtUp);
  useFocus(root, picture.caughtUp);

  useEffect(() => root.current?.focus(), []);

  const handlers: Partial<Record<ShortcutId, () => void>> = {
    simulationPlay: () => store.getState().setPlaying(!store.getState().playing),
    simulationStep: () => {
      store.getState().setPlaying(false);
      store.getState().advance();
    },
    simulationReset: () => store.getState().reset(),
    simulationLog: () => setTab(tab === 'log' ? 'waiting' : 'log'),
    simulationEnd: onEnd,
  };
  const keys = (event: KeyboardEvent) => {
    if (saving || isTyping(event.target) || presses(event)) return;
    const shortcut = shortcutOf(event.nativeEvent, 'simulation');
    if (shortcut?.scope !== 'simulation') return;
    handlers[shortcut.id]?.();
    event.preventDefault();
    event.stopPropagation();
  };
  const { session, moment } = picture;
  const start = problems.length > 0 ? <Problems onGoTo={onGoTo} /> : <StartForm />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the mode; each has its button too
    <div
      ref={root}
      tabIndex={-1}
      data-testid="simulation"
      data-shown={shown}
      data-caught-up={picture.caughtUp}
      className="flex min-h-0 grow flex-col outline-none"
      onKeyDown={keys}
    >
      <div className="flex min-h-0 grow max-desk:flex-col">
        <div className="relative min-w-0 bg-canvas max-desk:h-56 max-desk:flex-none desk:grow">
          <DiagramCanvas
            view={view}
            states={session ? picture.looks : undefined}
            taken={session ? picture.taken : undefined}
            label="Diagram of the simulation; editing is off"
            overlay={<Tokens view={view} state={moment.state} speed={speed} />}
          />
        </div>
        <aside
          aria-label="Simulation panel"
          className="flex min-h-0 flex-col border-line bg-paper max-desk:flex-1 max-desk:border-t desk:w-96 desk:flex-none desk:border-l"
        >
          {session ? (
            <Tabs
              label="Simulation panel"
              className="min-h-0 grow"
              value={tab}
              onValueChange={setTab}
              tabs={[
                {
                  value: 'waiting',
                  label: 'Waiting',
                  count: picture.caughtUp ? waitingOf(session).length : undefined,
                  content: <WaitingList session={session} caughtUp={picture.caughtUp} />,
                },
                {
                  value: 'variables',
                  label: 'Variables',
                  content: (
                    <div className="px-4.5 pb-4">
                      <Variables moment={moment} nameOf={(id) => elementName(document, id)} />
                    </div>
                  ),
                },
                { value: 'log', label: 'Log', content: <Log session={session} /> },
              ]}
            />
          ) : (
            <div className="min-h-0 grow overflow-y-auto">{start}</div>
          )}
        </aside>
      </div>
      <Bar caughtUp={picture.caughtUp} onSave={() => setSaving(true)} onEnd={onEnd} />
      {saving && session && <SaveDialog session={session} onClose={() => setSaving(false)} onSave={onSave} />}
    </div>
  );
}

/** While it plays, the next move is shown after a moment. */
function usePlay(caughtUp: boolean): void {
  const store = useSimulationStore();
  const playing = useSimulation((state) => state.playing);
  const speed = useSimulation((state) => state.speed);
  const shown = useSimulation((state) => state.shown);
  const session = useSimulation((state) => state.session);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each picture has its own time
  useEffect(() => {
    if (!playing || caughtUp || !session) return;
    const timer = setTimeout(() => store.getState().advance(), MOVE_MS / speed);
    return () => clearTimeout(timer);
  }, [store, playing, speed, shown, session, caughtUp]);
}

/** Says where it stops. */
function useSpoken(caughtUp: boolean): void {
  const announce = useAnnounce();
  const session = useSimulation((state) => state.session);
  const document = useSimulation((state) => state.document);
  useEffect(() => {
    if (!session) announce('Simulation: editing is off. T goes back to editing.');
    else if (caughtUp) announce(stopWords(session, document));
  }, [announce, session, document, caughtUp]);
}

function stopWords(session: Session, document: ProcessDocument): string {
  const { status } = session.state;
  if (status !== 'running') return `The process is ${status}`;
  const waiting = waitingOf(session).filter(({ listens }) => !listens);
  return waiting
    .map(({ elementId, kind }) => `${elementName(document, elementId)} waits for ${waitingWords(kind)}`)
    .join('. ');
}

/** The focus goes to what is to be done next when what had it is gone. */
function useFocus(root: React.RefObject<HTMLDivElement | null>, caughtUp: boolean): void {
  const session = useSimulation((state) => state.session);
  const { body } = globalThis.document;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each stop
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (globalThis.document.activeElement !== body) return;
      const card = root.current?.querySelector<HTMLElement>(
        '[data-waiting] :is(input, textarea, select, button)',
      );
      (caughtUp && card ? card : root.current)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [session, caughtUp]);
}
