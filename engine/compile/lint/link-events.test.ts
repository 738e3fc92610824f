import type { ProcessDocument } from '../document';
import { type Drawn, draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { linkEvents } from './link-events';

const out = (more: object = {}): Drawn => ({ type: 'IntermediateThrowEvent', events: ['Link'], ...more });
const into = (more: object = {}): Drawn => ({ type: 'IntermediateCatchEvent', events: ['Link'], ...more });

/** Start > L, and C > End, with links by name: `L: 'a'`. */
function linked(
  nodes: Record<string, Drawn>,
  names: Record<string, string>,
  flows: string[] = [],
): ProcessDocument {
  const document = draw({ S: 'StartEvent', E: 'EndEvent', ...nodes }, ['S > L', ...flows]);
  for (const [id, name] of Object.entries(names)) document.elements[`${id}_Link`]!.attrs.name = name;
  return document;
}

function byTarget(target: string): ProcessDocument {
  const document = linked({ L: out(), C: into(), K: into() }, { L: 'x', C: 'c', K: 'd' }, ['C > E', 'K > E']);
  document.elements.L_Link!.refs.target = target;
  document.elements.C_Link!.refs.source = ['L_Link'];
  return document;
}

verifyRule(linkEvents, {
  valid: {
    'one name': linked({ L: out(), C: into() }, { L: 'a', C: 'a' }, ['C > E']),
    'several to one': linked({ L: out(), M: out(), C: into() }, { L: 'a', M: 'a', C: 'a' }, [
      'S > M',
      'C > E',
    ]),
  },
  invalid: {
    'no target of its name': [linked({ L: out() }, { L: 'a' }), ['L'], /“a” leads nowhere/],
    'two targets': [
      linked({ L: out(), C: into(), K: into() }, { L: 'a', C: 'a', K: 'a' }, ['C > E', 'K > E']),
      ['L'],
      /leads to 2 others/,
    ],
    'a target inside a sub-process': [
      linked({ L: out(), Sub: 'SubProcess', C: into({ in: 'Sub' }) }, { L: 'a', C: 'a' }),
      ['L'],
      /only work within one level/,
    ],
    'a target nobody leads to': [
      linked({ L: out(), C: into(), K: into() }, { L: 'a', C: 'a', K: 'b' }, ['C > E', 'K > E']),
      ['K'],
      /No link leads to “b”/,
    ],
    'a path through a link': [
      linked({ L: out(), C: into() }, { L: 'a', C: 'a' }, ['L > E']),
      ['L'],
      /either ends a path/,
    ],
    'targets and sources that disagree': [
      byTarget('K_Link'),
      ['C'],
      /names “L” as its source, which leads elsewhere/,
    ],
  },
});
