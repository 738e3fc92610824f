/** What people call the properties of the metamodel and its extensions, as the designer's panel does. */
const WORDS: Record<string, string> = {
  name: 'Name',
  documentation: 'Documentation',
  text: 'Text',
  sourceRef: 'From',
  targetRef: 'To',
  attachedToRef: 'Attached to',
  default: 'Default path',
  conditionExpression: 'Condition',
  condition: 'Condition',
  isExecutable: 'Can be run',
  cancelActivity: 'Stops the step',
  isInterrupting: 'Interrupts',
  timeDuration: 'Duration',
  timeDate: 'Date',
  timeCycle: 'Cycle',
  messageRef: 'Message',
  signalRef: 'Signal',
  errorRef: 'Error',
  escalationRef: 'Escalation',
  errorCode: 'Code',
  escalationCode: 'Code',
  calledElement: 'Process called',
  processRef: 'Process',
  categoryValueRef: 'Category',
  'zeebe:AssignmentDefinition.assignee': 'Assignee',
  'zeebe:AssignmentDefinition.candidateGroups': 'Groups',
  'zeebe:AssignmentDefinition.candidateUsers': 'People',
  'zeebe:TaskSchedule.dueDate': 'Due',
  'zeebe:TaskSchedule.followUpDate': 'Follow up',
  'zeebe:PriorityDefinition.priority': 'Priority',
  'zeebe:TaskDefinition.type': 'Work type',
  'zeebe:TaskDefinition.retries': 'Retries',
  'zeebe:CalledDecision.decisionId': 'Decision',
  'zeebe:CalledDecision.bindingType': 'Decision version',
  'zeebe:CalledDecision.versionTag': 'Decision tag',
  'zeebe:CalledElement.processId': 'Process called',
  'zeebe:CalledElement.bindingType': 'Version called',
  'zeebe:CalledElement.versionTag': 'Tag called',
  'zeebe:CalledElement.propagateAllParentVariables': 'Hands over all variables',
  'zeebe:CalledElement.propagateAllChildVariables': 'Takes back all variables',
  'zeebe:Subscription.correlationKey': 'Correlation key',
  'zeebe:LoopCharacteristics.inputCollection': 'For each of',
  'zeebe:LoopCharacteristics.inputElement': 'Each is called',
  'zeebe:LoopCharacteristics.outputCollection': 'List of results',
  'zeebe:LoopCharacteristics.outputElement': 'Result of each step',
  'zeebe:Script.expression': 'Expression',
  'zeebe:VersionTag.value': 'Version tag',
  'countersign:AiCall.userPrompt': 'Prompt',
  'countersign:AiCall.systemPrompt': 'System prompt',
  'countersign:AiCall.confidenceSource': 'Confidence measured by',
  'countersign:AiCall.maxTokens': 'Most tokens',
  'countersign:AiCall.maxCost': 'Most cost of a call',
  'countersign:AiCall.maxCostPerDay': 'Most cost of a day',
  'countersign:AiCall.currency': 'Currency of the limits',
  'countersign:AiCall.onBudget': 'When a limit is reached',
  'countersign:AiCall.requireQuotes': 'Requires quotes',
  'countersign:AiCall.outputSchema': 'Output',
  'countersign:AiCall.fallbacks': 'Fallback',
  'countersign:Approval.fourEyes': 'Four eyes',
  'countersign:Approval.notDoneBy': 'Not who did',
  'countersign:WorkingTime.calendar': 'Counted in the working time of',
  'countersign:Reminder.repeat': 'Reminds',
  'countersign:Approval.quorum': 'How many decide alike',
  'countersign:Approval.quorumOf': 'Of how many',
  'countersign:Approval.rejection': 'When turning down decides',
  'countersign:Approval.signature': 'Needs a signature',
  'countersign:Approval.meaning': 'What a signature means',
  'countersign:Approval.requiredIf': 'Only required if',
  'countersign:Approval.aiSource': 'Shows the suggestion of',
  'countersign:Approval.sentence': 'What is decided',
  'countersign:Starters.people': 'People who may start it',
  'countersign:Starters.groups': 'Groups that may start it',
  'countersign:Ownership.owner': 'Owner',
  'countersign:Ownership.tags': 'Tags',
  'countersign:Http.url': 'Address',
  'countersign:Form.body': 'Form',
  isSequential: 'One after the other',
  completionCondition: 'Done when',
  loopCardinality: 'How often',
  loopCondition: 'Again as long as',
  loopMaximum: 'At most',
  testBefore: 'Ask before the first time',
  triggeredByEvent: 'Started by an event',
  isForCompensation: 'Undoes another step',
  activityRef: 'Undoes',
  commentRequired: 'Comment required',
  eventDefinitions: 'Trigger',
  loopCharacteristics: 'Repeats',
};

/** `candidateGroups` → “Candidate groups”; a prefix of another tool is kept in brackets. */
function humanised(name: string): string {
  const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
  const words = (local ?? name)
    .replace(/^\$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .toLowerCase();
  const text = words.charAt(0).toUpperCase() + words.slice(1);
  return prefix ? `${text} (${prefix})` : text;
}

/** The label of a property, of a type where that decides. */
export const labelFor = (property: string, type = ''): string =>
  WORDS[`${type}.${property}`] ?? WORDS[property] ?? humanised(property);

/** What one thing of a list is called, by its type or the list's name: “Input”, “Outcome”. */
const ITEMS: Record<string, string> = {
  'zeebe:Input': 'Input',
  'zeebe:Output': 'Output',
  'zeebe:Header': 'Header',
  'zeebe:Property': 'Property',
  'countersign:Outcome': 'Outcome',
  'countersign:Header': 'Header',
  'countersign:Fallback': 'Fallback',
  'camunda:InputParameter': 'Input',
  'camunda:OutputParameter': 'Output',
};

export const itemWord = (type: string): string => ITEMS[type] ?? humanised(type.replace(/^.*:/, ''));
