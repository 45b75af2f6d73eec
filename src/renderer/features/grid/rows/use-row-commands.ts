import { useLayoutEffect, useMemo, useRef } from "react";
import { type RoomCommandId, useRoomCommand } from "../../../ui/room-commands.tsx";
import type { RowDeeds } from "./use-row-deeds.ts";

/** Offers the deeds on rows to menus, keys and palette. */
export function useRowCommands(deeds: RowDeeds, add: () => void): void {
  useLatest("addIndicator", add, deeds.blocked);
  useLatest("duplicateRows", deeds.duplicate, deeds.blocked);
  useLatest("removeRows", deeds.remove, deeds.blocked);
  // In a sorted table their keys say why nothing moves, which the key of a command that is not offered would not.
  useLatest("moveRowsUp", () => deeds.move(-1), deeds.blocked);
  useLatest("moveRowsDown", () => deeds.move(1), deeds.blocked);
}

/** A command stays the same while the table changes under it; what it does is what it would do now. */
function useLatest(id: RoomCommandId, run: () => void, blocked: string | null): void {
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
