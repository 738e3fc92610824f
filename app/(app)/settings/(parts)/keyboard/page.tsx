import { KeyboardSettings } from '@/components/settings/keyboard';
import { Section } from '@/components/ui/section';

export const metadata = { title: 'Keyboard' };

/** How the keyboard is used in this browser. */
export default function KeyboardPage() {
  return (
    <Section title="Keyboard">
      <KeyboardSettings />
    </Section>
  );
}
