import { type ComponentType, lazy, useState } from "react";

/** A room in a chunk of its own that can be loaded ahead. */
export interface PreloadedRoom<P extends object> {
  readonly Room: ComponentType<P>;
  readonly preload: () => void;
}

/**
 * A room that is loaded when it is first shown, or before. One that is there already is shown at once: React would show the
 * fallback of a lazy component all the same, and keep it for 300 ms.
 */
export function preloadedRoom<P extends object>(load: () => Promise<ComponentType<P>>): PreloadedRoom<P> {
  let loaded: ComponentType<P> | null = null;
  const loading = async () => {
    loaded = await load();
    return { default: loaded };
  };
  const Late = lazy(loading);
  const Room = (props: P) => {
    const [Shown] = useState<ComponentType<P>>(() => loaded ?? Late);
    return <Shown {...props} />;
  };
  return { Room, preload: () => void loading() };
}
