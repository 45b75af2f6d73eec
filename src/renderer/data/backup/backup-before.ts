import type { BackupReason } from "#bridge/backup.ts";
import { assertNever } from "#core/assert-never.ts";
import type { Command } from "#core/command/command.ts";

/** An edit of more cells or rows than this is one of a whole block; many more are taken back by one undo than anybody could check by eye. */
export const BULK = 200;

/** For which reason a backup is made before a command; `null` where an edit is small. */
export function backupReason(command: Command): BackupReason | null {
  if (command.type === "restore") return "before-restore";
  return extentOf(command) > BULK ? "before-bulk-edit" : null;
}

/** How many cells or rows a command may change. */
function extentOf(command: Command): number {
  const { type } = command;
  switch (type) {
    case "editCells":
      return command.edits.length;
    case "addIndicators":
      return command.rows.length;
    case "duplicateIndicators":
      return command.copies.length;
    case "removeIndicators":
    case "moveIndicators":
      return command.indicators.length;
    case "batch":
      return command.commands.reduce((sum, each) => sum + extentOf(each), 0);
    case "restore":
      return Number.POSITIVE_INFINITY;
    case "editCell":
    case "changeUnit":
    case "remark":
    case "cite":
    case "matchIndicator":
    case "setConcept":
    case "takeUpDropped":
    case "keepScenarios":
    case "setOverride":
    case "dropOverrides":
    case "addScenario":
    case "renameScenario":
    case "noteScenario":
    case "duplicateScenario":
    case "rebaseScenario":
    case "removeScenario":
    case "addDriver":
    case "editDriver":
    case "removeDriver":
    case "writeSection":
      return 1;
    default:
      return assertNever(type);
  }
}
