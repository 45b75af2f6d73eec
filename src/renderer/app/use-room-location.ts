import { useSyncExternalStore } from "react";
import { navigate } from "wouter/use-hash-location";

const go: typeof navigate = (to, options) => navigate(to.includes("?") ? to : `${to}?`, options);

/** Where the window is, as the hash of its address; what an address asks for goes when the room does. */
export function useRoomLocation(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, location), go];
}

const location = (): string => `/${window.location.hash.replace(/^#?\/?/u, "")}`;

// Going back to an address with another query is told by `popstate` alone.
function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  window.addEventListener("popstate", listener);
  return () => {
    window.removeEventListener("hashchange", listener);
    window.removeEventListener("popstate", listener);
  };
}

/** How a link to a room is written. */
export const roomHref = (path: string): string => `#${path}`;
