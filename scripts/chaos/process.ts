import { process as build } from '@/engine/testing/builder';
import { equals, fixed } from '@/engine/testing/expressions';

/** Work of this type calls the effects server. */
export const CALL_WORK = 'chaos:call';

const workType = fixed(CALL_WORK);
/** A call may fail now and then; it must never run out of attempts. */
const retries = 1_000;

/** Calls before, beside, after and without a timer, on both ways of a gateway, joined again. */
export const chaosProcess = build((p) =>
  p
    .start('Start')
    .service('Call_First', { workType, retries })
    .parallel('Fork')
    .timer('Wait', 'duration', fixed('PT0.3S'))
    .service('Call_AfterTimer', { workType, retries })
    .parallel('Join')
    .service('Call_Last', { workType, retries })
    .end('End')
    .from('Fork')
    .exclusive('Which')
    .service('Call_Even', { workType, retries })
    .when(equals('even', true))
    .exclusive('Either')
    .flow('Either', 'Join')
    .from('Which')
    .service('Call_Odd', { workType, retries })
    .byDefault()
    .flow('Call_Odd', 'Either'),
);
