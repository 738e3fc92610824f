'use client';

import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { apiSend } from '@/components/common/api-client';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { DataTable, TableHead, Td, Th, Tr } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { Time } from '@/components/ui/time';
import { ProblemBanner } from './problem-banner';
import { TokenDialog } from './token-dialog';
import { useSubmit } from './use-submit';

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
        <DataTable label="API tokens" className="rounded-md border border-line">
          <TableHead>
            <Th>Name</Th>
            <Th>Owner</Th>
            <Th>Roles</Th>
            <Th>Last used</Th>
            <Th>Expires</Th>
            <Th aria-label="Actions" />
          </TableHead>
          <tbody>
            {tokens.map((token) => (
              <Row key={token.tokenId} token={token} now={now} />
            ))}
          </tbody>
        </DataTable>
      )}
      {making && <TokenDialog {...maker} onClose={() => setMaking(false)} />}
    </Section>
  );
}

function Row({ token, now }: { token: Token; now: number }) {
  const expired = token.expiresAt !== null && Date.parse(token.expiresAt) <= now;
  return (
    <Tr>
      <Td strong>{token.name}</Td>
      <Td>{token.owner}</Td>
      <Td>{token.roles.join(', ')}</Td>
      <Td>{token.lastUsedAt ? <RelativeTime value={token.lastUsedAt} now={now} /> : 'never'}</Td>
      <Td>
        {token.revokedAt ? (
          <Chip tone="cancel">Revoked</Chip>
        ) : expired ? (
          <Chip tone="cancel">Expired</Chip>
        ) : token.expiresAt ? (
          <Time value={token.expiresAt} format="date" />
        ) : (
          'never'
        )}
      </Td>
      <Td numeric>{!token.revokedAt && !expired && <Revoke token={token} />}</Td>
    </Tr>
  );
}

function Revoke({ token }: { token: Token }) {
  const { busy, problem, submit } = useSubmit();
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      title={`Revoke “${token.name}”?`}
      description="Whatever uses it is refused from now on. This can’t be undone."
      confirm="Revoke token"
      danger
      busy={busy}
      onConfirm={() =>
        void submit(
          () => apiSend('DELETE', `/tokens/${encodeURIComponent(token.tokenId)}`),
          () => setOpen(false),
        )
      }
      trigger={
        <Button size="sm" aria-label={`Revoke ${token.name}`}>
          Revoke
        </Button>
      }
    >
      <ProblemBanner problem={problem} />
    </AlertDialog>
  );
}
