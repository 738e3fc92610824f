'use client';

import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { AskedRemoval } from './asked-removal';
import { type Column, SettingsTable } from './settings-table';
import { TokenDialog } from './token-dialog';

/** A token as `GET /tokens` answers it. */
export interface Token {
  tokenId: string;
  name: string;
  owner: string;
  roles: string[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface TokensProps {
  tokens: readonly Token[];
  /** Roles one can give to a token: one's own. */
  roles: readonly string[];
  groups: readonly string[];
  mayManage: boolean;
  /** The server's clock, epoch ms. */
  now: number;
}

/** What other systems sign in with. */
export function Tokens({ tokens, now, ...maker }: TokensProps) {
  const [making, setMaking] = useState(false);
  return (
    <Section title="API tokens" meta={`${tokens.length}`}>
      <div className="my-3 flex flex-wrap items-center gap-3">
        <Button variant="primary" icon={<KeyRound size={15} aria-hidden />} onClick={() => setMaking(true)}>
          Create token
        </Button>
        <p className="text-xs text-muted">
          How to use one is shown in the{' '}
          <Link className="inline-link" href="/api/docs">
            API reference
          </Link>
          .
        </p>
      </div>
      {tokens.length === 0 ? (
        <EmptyState title="No tokens yet">
          A token lets another system act with some of your roles.
        </EmptyState>
      ) : (
        <SettingsTable
          label="API tokens"
          rows={tokens}
          keyOf={({ tokenId }) => tokenId}
          columns={columnsAt(now)}
          actions={(token) =>
            !token.revokedAt && !isOver(token, now) && <Revoke tokenId={token.tokenId} name={token.name} />
          }
        />
      )}
      {making && <TokenDialog {...maker} onClose={() => setMaking(false)} />}
    </Section>
  );
}

const isOver = ({ expiresAt }: Token, now: number): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now;

const columnsAt = (now: number): readonly Column<Token>[] => [
  { head: 'Name', strong: true, cell: ({ name }) => name },
  { head: 'Owner', cell: ({ owner }) => owner },
  { head: 'Roles', cell: ({ roles }) => roles.join(', ') },
  {
    head: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt ? <RelativeTime value={lastUsedAt} now={now} /> : 'never'),
  },
  { head: 'Expires', cell: (token) => <Expires token={token} now={now} /> },
];

function Expires({ token, now }: { token: Token; now: number }) {
  if (token.revokedAt) return <Chip tone="cancel">Revoked</Chip>;
  if (isOver(token, now)) return <Chip tone="cancel">Expired</Chip>;
  return token.expiresAt ? <Time value={token.expiresAt} format="date" /> : 'never';
}

const Revoke = ({ tokenId, name }: { tokenId: string; name: string }) => (
  <AskedRemoval
    verb="Revoke"
    about={name}
    title={`Revoke “${name}”?`}
    description="Whatever uses it is refused from now on. This can’t be undone."
    confirm="Revoke token"
    path={`/tokens/${encodeURIComponent(tokenId)}`}
  />
);
