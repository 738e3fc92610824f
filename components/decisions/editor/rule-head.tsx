'use client';

import { ArrowDown, ArrowUp, Copy, GripVertical, Plus, Trash2 } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/components/ui/dropdown-menu';
import { addRule, type DraftRule, moveRule, removeRule } from '@/lib/dmn/editing';
import { type Dragged, handle } from './move';
import type { Edit } from './use-editor';

export interface RuleHeadProps {
  rule: DraftRule;
  index: number;
  last: boolean;
  /** Some remark is about this rule. */
  doubted: boolean;
  edit: Edit;
  onDrag: (dragged: Dragged | null) => void;
  className: string;
}

/** The number of a rule: its menu, and the handle it is dragged by. */
export function RuleHead({ rule, index, last, doubted, edit, onDrag, className }: RuleHeadProps) {
  const number = index + 1;
  return (
    <th scope="row" className={cx(className, 'w-14 align-top font-normal')}>
      <div className="flex items-center">
        <span
          aria-hidden="true"
          title="Drag to move"
          className="cursor-grab text-muted"
          {...handle({ what: 'rules', key: rule.key }, onDrag)}
        >
          <GripVertical size={13} />
        </span>
        <DropdownMenu
          align="start"
          trigger={
            <button
              type="button"
              aria-label={`Rule ${number}${doubted ? ', has a remark' : ''}`}
              className={cx(
                'focus-inset min-h-8 min-w-7 grow rounded-sm px-1 text-center font-mono text-xs hover:bg-hover',
                doubted ? 'font-semibold text-ink underline decoration-wait decoration-2' : 'text-muted',
              )}
            >
              {number}
            </button>
          }
        >
          <MenuItem
            icon={<Plus size={14} />}
            onSelect={() => edit((now) => addRule(now, index), `Insert rule above ${number}`)}
          >
            Insert above
          </MenuItem>
          <MenuItem
            icon={<Plus size={14} />}
            onSelect={() => edit((now) => addRule(now, index + 1), `Insert rule below ${number}`)}
          >
            Insert below
          </MenuItem>
          <MenuItem
            icon={<Copy size={14} />}
            onSelect={() => edit((now) => addRule(now, index + 1, rule.key), `Copy rule ${number}`)}
          >
            Duplicate
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<ArrowUp size={14} />}
            shortcut="Alt ↑"
            disabled={index === 0}
            onSelect={() => edit((now) => moveRule(now, rule.key, index - 1), `Move rule ${number} up`)}
          >
            Move up
          </MenuItem>
          <MenuItem
            icon={<ArrowDown size={14} />}
            shortcut="Alt ↓"
            disabled={last}
            onSelect={() => edit((now) => moveRule(now, rule.key, index + 1), `Move rule ${number} down`)}
          >
            Move down
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<Trash2 size={14} />}
            onSelect={() => edit((now) => removeRule(now, rule.key), `Remove rule ${number}`)}
          >
            Remove
          </MenuItem>
        </DropdownMenu>
      </div>
    </th>
  );
}
