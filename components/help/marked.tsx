/** One line of text with `code` between backticks; nothing else of Markdown occurs. */
export function Marked({ text }: { text: string }) {
  return text.split('`').map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
      <code key={index}>{part}</code>
    ) : (
      part
    ),
  );
}
