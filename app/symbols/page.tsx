import type { Metadata } from 'next';
import Link from 'next/link';
import { neighbourhood, StaticDiagram } from '@/components/bpmn';
import { Logo } from '@/components/shell/logo';
import { TitleBlock, TitleCell } from '@/components/ui/title-block';
import { Activities } from './activities';
import { Anatomy } from './anatomy';
import { Events } from './events';
import { EXAMPLE } from './example-view';
import { Flows, OtherSymbols } from './others';
import { Cell } from './specimen';
import { OtherMarks, RunStates } from './states';
import { ChainBadges, Chips, Scales, ToolIcons } from './vocabulary';

export const metadata: Metadata = { title: 'Symbols and states' };

function Head() {
  return (
    <div className="flex border-b border-line bg-paper">
      <Link
        href="/"
        aria-label="Countersign, home"
        className="focus-inset grid size-14 flex-none place-items-center border-r border-line"
      >
        <Logo size={26} />
      </Link>
      <div className="min-w-0 grow [&>header]:border-b-0">
        <TitleBlock>
          <TitleCell label="Sheet" title>
            Symbols and states
          </TitleCell>
          <TitleCell label="Standard">BPMN 2.0</TitleCell>
          <TitleCell label="Scale" flat>
            1:1
          </TitleCell>
        </TitleBlock>
      </div>
    </div>
  );
}

function Examples() {
  return (
    <div className="grid gap-4 wide:grid-cols-[1fr_320px]">
      <div className="board-dots flex justify-center rounded-lg border border-line p-2">
        <StaticDiagram
          view={EXAMPLE}
          title="Example: an invoice that waits for a person's approval after AI was not sure enough"
        />
      </div>
      <div className="board-dots flex items-center justify-center rounded-lg border border-line p-2">
        <StaticDiagram
          view={neighbourhood(EXAMPLE, 'review', 1)}
          callout={{ nodeId: 'review', text: 'You are here' }}
          title="The step Review and approve invoice and what is next to it"
        />
      </div>
    </div>
  );
}

/** The reference sheet of everything the app draws. */
export default function SymbolsPage() {
  return (
    <>
      <Head />
      <main className="mx-auto max-w-[1440px] p-2 desk:p-5.5">
        <div className="border-[1.5px] border-ink bg-paper [&_section:last-child]:border-b-0">
          <Cell title="How an instance reads">
            <Examples />
          </Cell>
          <div className="grid wide:grid-cols-[452px_1fr_340px]">
            <Cell title="Task, ring and selection" className="wide:border-r">
              <Anatomy />
            </Cell>
            <Cell title="Activities" className="wide:border-r">
              <Activities />
            </Cell>
            <Cell title="Run states">
              <RunStates />
            </Cell>
          </div>
          <div className="grid border-b border-line wide:grid-cols-[minmax(0,700px)_1fr]">
            <Cell title="Events" className="wide:border-r wide:border-b-0">
              <Events />
            </Cell>
            <div className="min-w-0">
              <Cell title="Gateways, data and notes">
                <OtherSymbols />
              </Cell>
              <Cell title="Flows">
                <Flows />
              </Cell>
              <Cell title="Tools">
                <ToolIcons />
              </Cell>
            </div>
          </div>
          <Cell title="Differences and proposals">
            <OtherMarks />
          </Cell>
          <Cell title="Chips">
            <Chips />
          </Cell>
          <Cell title="Chain badge">
            <ChainBadges />
          </Cell>
          <Cell title="Confidence">
            <Scales />
          </Cell>
        </div>
      </main>
    </>
  );
}
