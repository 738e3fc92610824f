import { Checkbox } from '@/components/ui/checkbox';

/** What each role is for, in the words of the matrix. */
const ROLES = [
  ['administrator', 'People, connections, providers'],
  ['designer', 'Draws and publishes processes'],
  ['operator', 'Starts and repairs instances'],
  ['reviewer', 'Decides tasks of their groups'],
  ['auditor', 'Reads everything, proves it'],
] as const;

export interface RolesProps {
  legend: string;
  hint?: string;
  /** The roles that can be chosen; all unless given. */
  offered?: readonly string[];
  chosen: readonly string[];
  onChange: (roles: string[]) => void;
  error?: string;
}

/** A choice of roles. */
export function Roles({ legend, hint, offered, chosen, onChange, error }: RolesProps) {
  const roles = ROLES.filter(([role]) => !offered || offered.includes(role));
  const toggle = (role: string, on: boolean) =>
    onChange(on ? [...chosen, role] : chosen.filter((one) => one !== role));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-xs font-medium">{legend}</legend>
      <div className="grid gap-x-4 gap-y-1.5 desk:grid-cols-2">
        {roles.map(([role, words]) => (
          <Checkbox
            key={role}
            label={role[0]!.toUpperCase() + role.slice(1)}
            hint={words}
            checked={chosen.includes(role)}
            onChange={(event) => toggle(role, event.target.checked)}
          />
        ))}
      </div>
      {hint && <p className="text-xs text-muted">{hint}</p>}
      {error && <p className="text-xs font-medium">{error}</p>}
    </fieldset>
  );
}
