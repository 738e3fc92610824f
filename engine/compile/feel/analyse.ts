import { childrenOf, isIndex, nameText, type SyntaxNode, type Tree } from './tree';

/** What a syntax tree says about names, as plain data that can be sent to a thread. */
export type Analysis = {
  /** Names read from outside: variables for certain, each once, in reading order. */
  readonly variables: readonly string[];
  /** Names inside a filter, which may be a property of the filtered items or a variable. */
  readonly ambiguous: readonly string[];
  /** Names in the position of a function. */
  readonly calls: readonly string[];
  /** Variables the expression itself compares with null or hands to `is defined`. */
  readonly tested: readonly string[];
  /** Where each of those names stands first. */
  readonly places: Readonly<Record<string, { readonly from: number; readonly to: number }>>;
  /** Start of a path segment → text of the path up to it, to name a missing entry. */
  readonly paths: Readonly<Record<number, string>>;
  /** A context entry reads an earlier entry of the same context. */
  readonly readsOwnEntries: boolean;
};

type Scope = { readonly names: ReadonlySet<string>; readonly filter: boolean };

const PRESENCE_TESTS = new Set(['is defined', 'is empty', 'is blank', 'get or else']);

/** Finds the names of a FEEL tree that parsed without errors. */
export function analyse(source: string, tree: Tree): Analysis {
  const walk = new Walk(source);
  walk.visit(tree.topNode, { names: new Set(), filter: false });
  const variables = [...walk.variables];
  return {
    variables,
    ambiguous: [...walk.ambiguous].filter((name) => !walk.variables.has(name)),
    calls: [...walk.calls],
    tested: [...walk.tested],
    places: walk.places,
    paths: walk.paths,
    readsOwnEntries: walk.readsOwnEntries,
  };
}

class Walk {
  readonly variables = new Set<string>();
  readonly ambiguous = new Set<string>();
  readonly calls = new Set<string>();
  readonly tested = new Set<string>();
  readonly places: Record<string, { from: number; to: number }> = Object.create(null);
  readonly paths: Record<number, string> = {};
  readsOwnEntries = false;
  private readonly ownEntries = new Set<string>();

  constructor(private readonly source: string) {}

  visit(node: SyntaxNode, scope: Scope): void {
    const children = childrenOf(node);
    if (this.visitSpecially(node, children, scope)) return;
    for (const child of children) this.visit(child, scope);
  }

  /** Nodes that bind, read or mean names; false when their children are to be visited as usual. */
  private visitSpecially(node: SyntaxNode, children: readonly SyntaxNode[], scope: Scope): boolean {
    switch (node.name) {
      case 'VariableName':
        this.read(node, scope);
        return true;
      case 'Type':
        return true;
      case 'PathName':
        this.paths[node.from] = this.pathText(node);
        return true;
      case 'Context':
        this.visitContext(children, scope);
        return true;
      case 'ForExpression':
      case 'QuantifiedExpression':
        this.visitIteration(children, scope);
        return true;
      case 'FunctionDefinition':
        this.visitFunction(children, scope);
        return true;
      case 'FilterExpression':
        this.visitFilter(children, scope);
        return true;
      case 'FunctionInvocation':
        this.visitCall(children, scope);
        return true;
      case 'Comparison':
        this.noteNullTest(children);
        return false;
      default:
        return false;
    }
  }

  private read(node: SyntaxNode, scope: Scope): void {
    const name = nameText(this.source, node);
    if (scope.names.has(name)) {
      if (this.ownEntries.has(name)) this.readsOwnEntries = true;
      return;
    }
    this.places[name] ??= { from: node.from, to: node.to };
    (scope.filter ? this.ambiguous : this.variables).add(name);
  }

  private pathText(node: SyntaxNode): string {
    const start = node.parent?.from ?? node.from;
    return this.source.slice(start, node.to).replaceAll('`', '').replace(/\s+/g, ' ');
  }

  private visitContext(children: readonly SyntaxNode[], scope: Scope): void {
    let inner = scope;
    for (const entry of children) {
      const [key, value] = childrenOf(entry);
      if (!key || !value) continue;
      this.visit(value, inner);
      const name = nameText(this.source, key).replace(/^"|"$/g, '');
      this.ownEntries.add(name);
      inner = extend(inner, [name]);
    }
  }

  private visitIteration(children: readonly SyntaxNode[], scope: Scope): void {
    let inner = extend(scope, ['partial']);
    for (const child of children) {
      if (child.name !== 'InExpressions') {
        this.visit(child, inner);
        continue;
      }
      for (const clause of childrenOf(child)) {
        const parts = childrenOf(clause);
        for (const part of parts.slice(1)) this.visit(part, inner);
        if (parts[0]) inner = extend(inner, [nameText(this.source, parts[0])]);
      }
    }
  }

  private visitFunction(children: readonly SyntaxNode[], scope: Scope): void {
    const parameters = children.find((child) => child.name === 'FormalParameters');
    const names = parameters
      ? childrenOf(parameters).map((child) => nameText(this.source, child.firstChild!))
      : [];
    const inner = extend(scope, names);
    for (const child of children) if (child !== parameters) this.visit(child, inner);
  }

  private visitFilter(children: readonly SyntaxNode[], scope: Scope): void {
    const [target, , condition] = children;
    if (target) this.visit(target, scope);
    if (!condition) return;
    const inner = extend(scope, ['item']);
    this.visit(condition, isIndex(condition) ? inner : { ...inner, filter: true });
  }

  private visitCall(children: readonly SyntaxNode[], scope: Scope): void {
    const [callee, ...rest] = children;
    const name = callee?.name === 'VariableName' ? nameText(this.source, callee) : undefined;
    if (callee && name !== undefined && !scope.names.has(name)) {
      this.calls.add(name);
      this.places[name] ??= { from: callee.from, to: callee.to };
    } else if (callee) this.visit(callee, scope);
    if (name !== undefined && PRESENCE_TESTS.has(name)) {
      const first = rest.find((child) => child.name.endsWith('Parameters'))?.firstChild;
      this.noteTested(first?.name === 'NamedParameter' ? first.lastChild : first);
    }
    for (const child of rest) this.visit(child, scope);
  }

  private noteNullTest([left, operator, right]: readonly SyntaxNode[]): void {
    if (operator?.name !== 'CompareOp') return;
    if (right?.name === 'null') this.noteTested(left);
    if (left?.name === 'null') this.noteTested(right);
  }

  private noteTested(node: SyntaxNode | null | undefined): void {
    let root = node;
    while (root && root.name !== 'VariableName') root = root.firstChild;
    if (root) this.tested.add(nameText(this.source, root));
  }
}

function extend(scope: Scope, names: readonly string[]): Scope {
  return { ...scope, names: new Set([...scope.names, ...names]) };
}
