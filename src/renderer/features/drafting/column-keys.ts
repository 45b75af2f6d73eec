import type { KeyboardEvent } from "react";

/**
 * Keys of a table whose columns hold fields: up, down and Enter go to the field of the same column in the next row, as in a
 * spreadsheet. Fields name their column by `data-column`; of a group of choices the chosen one takes the focus.
 */
export function moveInColumn(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, nativeEvent } = event;
  if (nativeEvent.isComposing || !(target instanceof HTMLElement) || event.altKey || event.ctrlKey) return;
  const step = key === "ArrowDown" || (key === "Enter" && !event.shiftKey) ? 1 : UP_KEYS.has(key) ? -1 : null;
  const column = target.closest<HTMLElement>("[data-column]")?.dataset["column"];
  if (step === null || column === undefined || target instanceof HTMLSelectElement) return;
  event.preventDefault();
  // Enter in a table goes down, not on to the next step.
  event.stopPropagation();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-column="${column}"]`)];
  const at = fields.findIndex((field) => field.contains(target));
  const next = fields[at + step];
  if (next === undefined) return;
  const field = next.matches("input") ? next : next.querySelector<HTMLElement>("input:checked");
  field?.focus();
  if (field instanceof HTMLInputElement && field.type === "text") field.select();
  field?.closest("tr")?.scrollIntoView({ block: "nearest" });
}

const UP_KEYS: ReadonlySet<string> = new Set(["ArrowUp", "Enter"]);
