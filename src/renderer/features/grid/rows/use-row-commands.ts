import { useLayoutEffect, useMemo, useRef } from "react";
import { type RoomCommandId, useRoomCommand } from "../../../ui/room-commands.tsx";
import type { RowDeeds } from "./use-row-deeds.ts";

/** Offers the deeds on rows to menus, keys and palette. */
export function useRowCommands(deeds: RowDeeds, add: () => void): void {
  useStableCommand("addIndicator", add, deeds.blocked);
  useStableCommand("duplicateRows", deeds.duplicate, deeds.blocked);
  useStableCommand("removeRows", deeds.remove, deeds.blocked);
  // In a sorted table their keys say why nothing moves, which the key of a command that is not offered would not.
  useStableCommand("moveRowsUp", () => deeds.move(-1), deeds.blocked);
  useStableCommand("moveRowsDown", () => deeds.move(1), deeds.blocked);
}

/** Offers one deed; a command stays the same while the table changes under it; what it does is what it would do now. */
export function useStableCommand(id: RoomCommandId, run: () => void, blocked: string | null): void {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  const command = useMemo(
    () => ({ run: () => latest.current(), disabledReason: blocked ?? undefined }),
    [blocked],
  );
  useRoomCommand(id, command);
}
