import { createStore, type StoreApi } from "zustand/vanilla";

/** How many dialogs are open in whose form something is typed that was not sent off yet. */
export const unsentForms: StoreApi<number> = createStore(() => 0);

/** Fields in which a text stands, by their type; the others are quickly chosen again. */
const TEXT_TYPES: ReadonlySet<string> = new Set(["text", "number", "textarea"]);

/** Counts a dialog from the first letter typed into its form on; the returned function ends that, as the dialog goes. */
export function watchForms(dialog: HTMLElement): () => void {
  const listening = new AbortController();
  let typed = false;
  const onInput = ({ target }: Event) => {
    if (typed || !isFormText(target)) return;
    typed = true;
    unsentForms.setState((count) => count + 1, true);
  };
  dialog.addEventListener("input", onInput, { signal: listening.signal });
  return () => {
    listening.abort();
    if (typed) unsentForms.setState((count) => count - 1, true);
  };
}

function isFormText(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.form !== null && TEXT_TYPES.has(target.type);
}
