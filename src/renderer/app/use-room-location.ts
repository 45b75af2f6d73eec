import { navigate, useHashLocation } from "wouter/use-hash-location";

const go: typeof navigate = (to, options) => navigate(to.includes("?") ? to : `${to}?`, options);

/** Where the window is, as the hash of its address; what an address asks for goes when the room does. */
export function useRoomLocation(): [string, typeof navigate] {
  const [location] = useHashLocation();
  return [location, go];
}

/** How a link to a room is written. */
export const roomHref = (path: string): string => `#${path}`;
