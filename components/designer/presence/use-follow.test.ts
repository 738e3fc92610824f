import { expect, it } from 'vitest';
import { fakeCompany } from '@/components/canvas/edit/others/testing/fakes';
import { sample } from '@/lib/editing/testing/diagrams';
import { createEditorStore } from '../store/editor-store';
import type { Person } from './persons';
import { nameOf, toggleFollow } from './use-follow';

const jonas: Person = {
  personId: 'jonas',
  name: 'Jonas',
  me: false,
  selection: [],
  windows: ['jonas/1', 'jonas/2'],
  followsMe: false,
};

it('follows somebody, and stops when they are followed in any window', () => {
  const editor = createEditorStore(sample().document);
  const { company, tell, following } = fakeCompany();
  tell('jonas/1', { plane: 'p', pointer: { x: 1, y: 1 } });
  toggleFollow(editor, company, jonas);
  expect(following()).toBe('jonas/1');
  toggleFollow(editor, company, jonas);
  expect(following()).toBeNull();
});

it('says why somebody can’t be followed', () => {
  const editor = createEditorStore(sample().document);
  const { company } = fakeCompany();
  toggleFollow(editor, { ...company, follow: () => false }, jonas);
  expect(editor.getState().remark).toMatchObject({
    refused: true,
    text: 'Jonas already follows what you see, so there is nothing to follow',
  });
});

it('tells oneself in another window from others', () => {
  expect([nameOf(jonas), nameOf({ ...jonas, me: true })]).toEqual(['Jonas', 'Jonas (you, another window)']);
});
