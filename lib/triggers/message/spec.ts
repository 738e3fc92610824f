import { defineTrigger } from '../define';
import { messageView, readMessage, writeMessage } from './bpmn';
import { receiveMessage, sendMessage } from './compile';

/** Reaches the one receiver that waits for its name and key. */
export const message = defineTrigger({
  name: 'message',
  type: 'bpmn:MessageEventDefinition',
  label: 'message',
  view: messageView,
  read: readMessage,
  write: writeMessage,
  catches: receiveMessage,
  throws: sendMessage,
});
