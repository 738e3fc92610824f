import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
/** Heights 26 (rows), 32, 44 and 48 px (final decisions, phones). */
export type ButtonSize = 'sm' | 'md' | 'lg' | 'xl';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-ink hover:bg-hover',
  danger: 'border-danger bg-danger text-on-danger hover:brightness-110',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-6.5 gap-1.25 rounded-[5px] text-xs',
  md: 'h-8 gap-1.75 rounded-md text-sm',
  lg: 'h-11 gap-2 rounded-md text-base',
  xl: 'h-12 gap-2 rounded-md text-base',
};

const PADDING: Record<ButtonSize, string> = { sm: 'px-2.25', md: 'px-3', lg: 'px-4', xl: 'px-5' };
const SQUARE: Record<ButtonSize, string> = { sm: 'w-6.5', md: 'w-8', lg: 'w-11', xl: 'w-12' };

/** Classes of a button, also for links that look like one. */
export function buttonClass(options: {
  variant?: ButtonVariant;
  size?: ButtonSize;
  square?: boolean;
  className?: string;
}): string {
  const { variant = 'secondary', size = 'md' } = options;
  return cx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap border font-medium transition-colors duration-[120ms]',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted disabled:brightness-100',
    'aria-disabled:cursor-not-allowed aria-disabled:border-line aria-disabled:bg-sunken aria-disabled:text-muted aria-disabled:brightness-100',
    VARIANTS[variant],
    SIZES[size],
    options.square ? SQUARE[size] : PADDING[size],
    options.className,
  );
}
