import { type ComponentType, lazy, useState } from "react";

/** A room in a chunk of its own that can be loaded ahead. */
export interface PreloadedRoom<P extends object> {
  readonly Room: ComponentType<P>;
  /** Loads the room, once; resolves when it can be shown at once. */
  readonly preload: () => Promise<void>;
}

/**
 * A room that is loaded when it is first shown, or before. One that is there already is shown at once: React would show the
 * fallback of a lazy component all the same, and keep it for 300 ms.
 */
export function preloadedRoom<P extends object>(load: () => Promise<ComponentType<P>>): PreloadedRoom<P> {
  let loaded: ComponentType<P> | null = null;
  let under: Promise<{ default: ComponentType<P> }> | null = null;
  const loading = () => {
    under ??= load().then(
      (room) => {
        loaded = room;
        return { default: room };
      },
      (cause: unknown) => {
        // The next attempt starts anew.
        under = null;
        throw cause;
      },
    );
    return under;
  };
  const Late = lazy(loading);
  const Room = (props: P) => {
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Late);
    return <Shown {...props} />;
  };
  const preload = async () => {
    await loading();
  };
  return { Room, preload };
}
