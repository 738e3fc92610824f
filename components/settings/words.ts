/** Groups, hosts and the like as people type them: separated by commas or lines, each once. */
export function listOf(text: string): string[] {
  const parts = text.split(/[,\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}
