/** Whether a key is held with Ctrl, Alt or the command key: then it belongs to the window (Alt+← goes back), not to a list. */
export function isShortcut(event: Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey">): boolean {
  return event.altKey || event.ctrlKey || event.metaKey;
}
