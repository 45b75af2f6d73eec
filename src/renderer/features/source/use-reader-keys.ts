import { useLayoutEffect, useRef } from "react";

/** What keys do in the reader. */
export interface ReaderKeys {
  readonly back: () => void;
  /** Leaves the search; tells whether there was one to leave. */
  readonly leaveFind: () => boolean;
  readonly find: () => void;
  readonly stepFind: (step: 1 | -1) => void;
  readonly stepPlace: (step: 1 | -1) => void;
}

/** Listens for the reader's keys in the whole window, from when it is seen, except where a menu or dialog has its own. */
export function useReaderKeys(keys: ReaderKeys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  }, [keys]);
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
      if (event.target.closest("dialog, [role=menu], [role=menubar]") !== null) return;
      const deed = deedOf(event, latest.current);
      if (deed === undefined) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}

function deedOf(event: KeyboardEvent, keys: ReaderKeys): (() => void) | undefined {
  const { key, altKey, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control) return !altKey && !shiftKey && key.toLowerCase() === "f" ? keys.find : undefined;
  if (altKey) {
    const byArrow: Readonly<Record<string, () => void>> = {
      ArrowLeft: keys.back,
      ArrowDown: () => keys.stepPlace(1),
      ArrowUp: () => keys.stepPlace(-1),
    };
    return byArrow[key];
  }
  if (key === "F3") return () => keys.stepFind(shiftKey ? -1 : 1);
  if (key === "Escape") return () => (keys.leaveFind() ? undefined : keys.back());
  return undefined;
}
