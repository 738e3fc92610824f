import { draw } from '../testing/draw';
import { verifyRule } from '../testing/verify-rule';
import { poolMultiplicity } from './pool-multiplicity';

const pool = (attrs: Record<string, number>) => {
  const document = draw({}, []);
  const nothing = { attrs: {}, refs: {}, children: {}, values: {} };
  const entry = { parent: 'D', containment: 'participants', ...nothing };
  document.elements.Pool = {
    ...{ ...entry, id: 'Pool', type: 'bpmn:Participant', attrs: { name: 'Suppliers' } },
    children: { participantMultiplicity: ['M'] },
  };
  document.elements.M = { ...entry, id: 'M', type: 'bpmn:ParticipantMultiplicity', attrs };
  return document;
};

verifyRule(poolMultiplicity, {
  valid: { 'two to five': pool({ minimum: 2, maximum: 5 }) },
  invalid: {
    'fewer than none': [pool({ minimum: -1 }), ['Pool'], /at least -1, which is less than none/],
    'at most fewer than at least': [pool({ minimum: 3, maximum: 2 }), ['Pool'], /at most 2, but at least 3/],
  },
});
