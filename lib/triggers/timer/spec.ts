import { defineTrigger } from '../define';
import { readTimer, timerView, writeTimer } from './bpmn';
import { catchTimer } from './compile';

/** Happens at a time, after some time, or again and again. */
export const timer = defineTrigger({
  name: 'timer',
  type: 'bpmn:TimerEventDefinition',
  label: 'timer',
  view: timerView,
  read: readTimer,
  write: writeTimer,
  catches: catchTimer,
});
