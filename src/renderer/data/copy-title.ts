/** A title for a copy: the plan's own with a mark, and a number from 2 on where that is taken; a copy of a copy counts on. */
export function copyTitle(title: string, taken: readonly string[], mark: string): string {
  const at = title.lastIndexOf(mark);
  const isCopy = at > 0 && /^(?: \d+)?$/.test(title.slice(at + mark.length));
  const stem = `${isCopy ? title.slice(0, at) : title}${mark}`;
  if (!taken.includes(stem)) return stem;
  const free = taken.findIndex((_, number) => !taken.includes(`${stem} ${number + 2}`));
  return `${stem} ${free + 2}`;
}
