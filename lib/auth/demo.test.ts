import { describe, expect, it } from 'vitest';
import { hostAllowed } from '@/lib/http/hosts';
import { ownPath } from '@/lib/http/own-path';
import { demoAllowed } from './demo';

const env = (more: Partial<Record<string, string>> = {}) =>
  ({ COUNTERSIGN_EMBEDDED_DB: '1', HOST: '127.0.0.1', ...more }) as unknown as NodeJS.ProcessEnv;
const request = (host: string | null, forwarded: string | null = '0') => ({
  host,
  headers: new Headers(forwarded === null ? {} : { 'x-countersign-forwarded': forwarded }),
});

describe('demo mode', () => {
  it('is there for this machine’s own names', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])
      expect(demoAllowed(request(host), env())).toBe(true);
  });
  it('is not there for a foreign Host header', () => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '192.168.0.4:3000',
      '[::2]',
      null,
    ])
      expect(demoAllowed(request(host), env())).toBe(false);
  });
  it('is not there for forwarded requests, nor when nobody looked', () => {
    expect(demoAllowed(request('localhost', '1'), env())).toBe(false);
    expect(demoAllowed(request('localhost', null), env())).toBe(false);
  });
  it('is not there on another bind address, with a database of one’s own, or switched off', () => {
    for (const more of [
      { HOST: '0.0.0.0' },
      { HOST: '192.168.0.4' },
      { COUNTERSIGN_EMBEDDED_DB: '0' },
      { COUNTERSIGN_DEMO: '0' },
    ])
      expect(demoAllowed(request('localhost'), env(more))).toBe(false);
  });
});

describe('Host headers', () => {
  it('of others are not answered on loopback: a foreign page may point its own name here', () => {
    expect(hostAllowed('localhost:3000', env())).toBe(true);
    for (const host of ['evil.example', '', null, 'localhost@evil.example'])
      expect(hostAllowed(host, env())).toBe(false);
  });
  it('named in COUNTERSIGN_HOSTS or NEXTAUTH_URL are answered', () => {
    const named = env({
      COUNTERSIGN_HOSTS: 'a.example, b.example',
      NEXTAUTH_URL: 'https://c.example',
      HOST: '0.0.0.0',
    });
    for (const host of ['a.example', 'b.example:80', 'c.example'])
      expect(hostAllowed(host, named)).toBe(true);
    expect(hostAllowed('d.example', named)).toBe(false);
  });
});

describe('where a sign-in leads', () => {
  it('is a path of ours, never another site', () => {
    const foreign = [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
    ];
    for (const path of [...foreign, '/.//evil.example', '/x/..//evil.example', 'javascript:alert(1)', ''])
      expect(ownPath(path)).toBe('/');
    expect(ownPath('/tasks?view=mine#x')).toBe('/tasks?view=mine#x');
  });
});
