import { tinykeys } from "tinykeys";
import type { CommandId, Commands } from "./command.ts";

/** Key combinations of the commands; the first one is shown. */
export const COMMAND_KEYS: Readonly<Partial<Record<CommandId, readonly string[]>>> = {
  openLibrary: ["$mod+KeyO", "$mod+Digit1"],
  openIndicators: ["$mod+Digit2"],
  openCompare: ["$mod+Digit3"],
  openScenarios: ["$mod+Digit4"],
  openCharts: ["$mod+Digit5"],
  openReport: ["$mod+Digit6"],
  openHistory: ["$mod+Digit9"],
  openSettings: ["$mod+Comma"],
  nextPlan: ["$mod+KeyN"],
  copyPlan: ["$mod+Shift+KeyS"],
  newWindow: ["$mod+Shift+KeyN"],
  exportChart: ["$mod+Shift+KeyE"],
  addIndicator: ["$mod+Shift+KeyI"],
  removeRows: ["$mod+Minus", "$mod+NumpadSubtract"],
  moveRowsUp: ["Alt+Shift+ArrowUp"],
  moveRowsDown: ["Alt+Shift+ArrowDown"],
  editRemark: ["Shift+F2"],
  nextError: ["F8"],
  previousError: ["Shift+F8"],
  undo: ["$mod+KeyZ"],
  redo: ["$mod+KeyY", "$mod+Shift+KeyZ"],
  find: ["$mod+KeyK"],
  nextRegion: ["F6"],
  help: ["F1"],
};

/** Commands that mean something else, or nothing, in a text field. */
const TEXT_COMMANDS: readonly CommandId[] = ["undo", "redo", "removeRows", "moveRowsUp", "moveRowsDown"];

/** The keys of a command as printed on the keyboard, such as `Ctrl+Shift+S`. */
export function shownKeys(id: CommandId): string | undefined {
  return COMMAND_KEYS[id]?.[0]
    ?.replace("$mod", "Ctrl")
    .replace(/Key|Digit/, "")
    .replace("Comma", ",")
    .replace("Minus", "-")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓");
}

/** Whether a key press belongs to the field or dialog it happens in. */
function belongsElsewhere(event: KeyboardEvent, id: CommandId): boolean {
  if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return true;
  if (event.target.closest("dialog") !== null) return true;
  return hasOwnAnswer(event.target, id);
}

/** Whether a command means something else where the focus is: a text field undoes its own typing. */
export function hasOwnAnswer(focus: Element | null, id: CommandId): boolean {
  return focus !== null && TEXT_COMMANDS.includes(id) && isTextField(focus);
}

function isTextField(target: Element): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  // The input over a cell of a table is no field until something is typed into it.
  if (target instanceof HTMLElement && target.dataset["mode"] === "ready") return false;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "range", "button"].includes(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Listens for the keys of all commands; `current` gives them as they stand when a key is pressed. */
export function listenForCommands(current: () => Commands): () => void {
  const bindings = Object.entries(COMMAND_KEYS).flatMap(([name, keys]) =>
    keys.map((key) => {
      const handler = (event: KeyboardEvent) => {
        const command = Object.values(current()).find(({ id }) => id === name);
        if (command === undefined || belongsElsewhere(event, command.id)) return;
        event.preventDefault();
        if (command.disabledReason === undefined) command.run();
      };
      return [key, handler] as const;
    }),
  );
  return tinykeys(window, Object.fromEntries(bindings), { ignore: () => false });
}
