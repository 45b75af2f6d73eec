import { createContext, useContext, useLayoutEffect } from "react";

/** Commands of menu, keys and palette that only a room can carry out. */
export const ROOM_COMMANDS = [
  "exportChart",
  "addIndicator",
  "duplicateRows",
  "removeRows",
  "moveRowsUp",
  "moveRowsDown",
  "editRemark",
  "changeUnit",
  "nextError",
  "previousError",
] as const;

/** Name of a command that only a room can carry out. */
export type RoomCommandId = (typeof ROOM_COMMANDS)[number];

/** What a room offers for a command; with a reason it is shown but cannot be chosen. */
export interface RoomCommand {
  readonly run: () => void;
  readonly disabledReason?: string | undefined;
}

/** What the room on show offers. */
export type RoomOffers = Readonly<Partial<Record<RoomCommandId, RoomCommand | undefined>>>;

/** Takes a room's offer and returns what withdraws it. */
export type RegisterRoomCommand = (id: RoomCommandId, command: RoomCommand) => () => void;

/** Where rooms register; the shell provides it. */
export const RoomCommandsContext = createContext<RegisterRoomCommand>(() => () => undefined);

/** Offers a command while the calling room is shown; pass a stable `command` (useMemo). */
export function useRoomCommand(id: RoomCommandId, command: RoomCommand): void {
  const register = useContext(RoomCommandsContext);
  // A layout effect: whoever sees the room can already use its keys.
  useLayoutEffect(() => register(id, command), [register, id, command]);
}
