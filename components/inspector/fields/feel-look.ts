import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const highlight = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null, tags.typeName], color: 'var(--comp)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--done)' },
  { tag: tags.number, color: 'var(--active)' },
  { tag: [tags.arithmeticOperator, tags.compareOperator], color: 'var(--ink)' },
  {
    tag: [
      tags.variableName,
      tags.definition(tags.variableName),
      tags.special(tags.variableName),
      tags.propertyName,
      tags.definition(tags.propertyName),
    ],
    color: 'var(--primary)',
  },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.special(tags.variableName)),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
    ],
    color: 'var(--ai)',
  },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--muted)' },
]);

const underline = (colour: string) => ({
  textDecoration: `underline wavy var(${colour}) 1px`,
  textUnderlineOffset: '3px',
});

const theme = EditorView.theme({
  '&.cm-editor': { color: 'var(--ink)', backgroundColor: 'transparent' },
  '& .cm-scroller': { fontFamily: 'inherit', lineHeight: '1.25rem' },
  '& .cm-content': { caretColor: 'var(--ink)' },
  '& .feel-error': underline('--incident'),
  '& .feel-warning': underline('--wait'),
  // what is wrong is said below the field, where everybody finds it
  '& .cm-lintRange': { backgroundImage: 'none !important' },
  '& .cm-placeholder': { color: 'var(--muted)' },
  '.cm-tooltip-lint': { display: 'none' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--line-strong)',
    borderRadius: '6px',
    fontSize: '.75rem',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 10px', maxHeight: '16rem', overflowY: 'auto' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--ink)',
    backgroundColor: 'var(--hover)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal' },
});

/** The colours of the sheet, light and dark, over those the editor brings. */
export const feelLook = Prec.highest([theme, syntaxHighlighting(highlight)]);
