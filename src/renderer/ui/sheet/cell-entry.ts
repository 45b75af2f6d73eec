import type { CellMove } from "./cell-move.ts";
import { type InputMode, keyAction, type KeyAction } from "./key-action.ts";

/** What the entry asks of the grid that it serves. */
export interface CellEntryHost {
  /** The text that editing begins with; `null` where the active cell cannot be edited. */
  startText(): string | null;
  commit(text: string): void;
  /** Moves the active cell; `false` when there is no cell further on and focus may leave. */
  move(move: CellMove): boolean;
  /** Typing into a cell that cannot be edited. */
  refuse(): void;
  act(action: "clear" | "undo" | "redo" | "list" | "mend"): void;
  /** An arrow while a list is open: `false` when none is. */
  choose(step: 1 | -1): boolean;
  changed(mode: InputMode, text: string): void;
  copyText(): string | null;
  paste(text: string): void;
}

/**
 * The always-ready input over the active cell. It has the focus whenever the grid has, empty and unseen, so that the
 * first key of an input method lands in it and starts the composition there; a grid that creates its editor on that
 * key loses or doubles the letter.
 */
export class CellEntry {
  readonly #input: HTMLInputElement;
  readonly #host: CellEntryHost;
  readonly #listeners = new AbortController();
  #mode: InputMode = "ready";

  constructor(input: HTMLInputElement, host: CellEntryHost) {
    this.#input = input;
    this.#host = host;
    const { signal } = this.#listeners;
    input.addEventListener("keydown", (event) => this.#onKey(event), { signal });
    input.addEventListener("beforeinput", (event) => this.#onBeforeInput(event), { signal });
    input.addEventListener("compositionstart", () => this.#begin(), { signal });
    input.addEventListener("compositionend", () => this.#endComposition(), { signal });
    input.addEventListener("input", () => this.#onInput(), { signal });
    input.addEventListener("blur", () => this.#onBlur(), { signal });
    input.addEventListener("copy", (event) => this.#onCopy(event), { signal });
    input.addEventListener("cut", (event) => this.#onCut(event), { signal });
    input.addEventListener("paste", (event) => this.#onPaste(event), { signal });
  }

  get mode(): InputMode {
    return this.#mode;
  }

  /** What is being typed; `null` when nothing is. */
  get unfinished(): string | null {
    return this.#mode === "ready" ? null : this.#input.value;
  }

  /** Opens the active cell with its text, the caret behind it. */
  edit(): void {
    if (this.#mode !== "ready") return;
    const text = this.#host.startText();
    if (text === null) {
      this.#host.refuse();
      return;
    }
    this.#input.value = text;
    this.#input.focus({ preventScroll: true });
    this.#input.setSelectionRange(text.length, text.length);
    this.#become("editing");
  }

  /** Takes over what is being typed, an open composition included, before the active cell changes. */
  finish(): void {
    if (this.#mode === "ready") return;
    // Losing focus ends a composition with its text; there is no other way to ask an input method for it.
    this.#input.blur();
    this.#input.focus({ preventScroll: true });
  }

  /** Commits a text chosen from a list. */
  take(text: string): void {
    this.#clear();
    this.#host.commit(text);
  }

  cancel(): void {
    this.#clear();
  }

  dispose(): void {
    this.#listeners.abort();
  }

  #onKey(event: KeyboardEvent): void {
    // The key that begins a composition comes before it, and says so by its name.
    const composing = event.isComposing || event.key === "Process";
    const { key, shiftKey: shift, altKey: alt } = event;
    const action = keyAction(this.#mode, {
      key,
      ctrl: event.ctrlKey || event.metaKey,
      shift,
      alt,
      composing,
    });
    if (composing || (this.#arrowChooses(key) && !event.ctrlKey)) {
      if (!composing) event.preventDefault();
      return;
    }
    if (action !== null && this.#carryOut(action)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #arrowChooses(key: string): boolean {
    if (this.#mode === "ready" || (key !== "ArrowDown" && key !== "ArrowUp")) return false;
    return this.#host.choose(key === "ArrowDown" ? 1 : -1);
  }

  #carryOut(action: KeyAction): boolean {
    switch (action.type) {
      case "move":
        return this.#host.move(action.move);
      case "commit":
        this.#commit();
        if (action.move !== null) this.#host.move(action.move);
        return true;
      case "cancel":
        if (this.#mode === "ready") return false;
        this.#clear();
        return true;
      case "edit":
        this.edit();
        return true;
      default:
        this.#host.act(action.type);
        return true;
    }
  }

  #onBeforeInput(event: InputEvent): void {
    if (this.#mode !== "ready" || event.isComposing || this.#host.startText() !== null) return;
    event.preventDefault();
    this.#host.refuse();
  }

  #onInput(): void {
    this.#begin();
    if (this.#mode !== "ready") this.#host.changed(this.#mode, this.#input.value);
  }

  #begin(): void {
    if (this.#mode === "ready" && this.#host.startText() !== null) this.#become("entering");
  }

  // A composition cannot be refused while it runs; what it wrote over a cell that cannot be edited is dropped here.
  // One that was given up must leave the cell as it was: nothing was typed that could replace its content.
  #endComposition(): void {
    if (this.#mode === "entering" && this.#input.value === "") this.#clear();
    if (this.#mode !== "ready") return;
    this.#input.value = "";
    this.#host.refuse();
  }

  // A window that loses focus leaves its focused element in place; only a real move away commits.
  #onBlur(): void {
    if (this.#mode !== "ready" && document.activeElement !== this.#input) this.#commit();
  }

  #onCopy(event: ClipboardEvent): void {
    const text = this.#mode === "ready" ? this.#host.copyText() : null;
    if (text === null) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  }

  #onCut(event: ClipboardEvent): void {
    if (this.#mode !== "ready") return;
    this.#onCopy(event);
    if (this.#host.startText() === null) this.#host.refuse();
    else this.#host.act("clear");
  }

  #onPaste(event: ClipboardEvent): void {
    if (this.#mode !== "ready") return;
    event.preventDefault();
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text !== "") this.#host.paste(text);
  }

  #commit(): void {
    const text = this.#input.value;
    this.#clear();
    this.#host.commit(text);
  }

  #clear(): void {
    this.#input.value = "";
    this.#become("ready");
  }

  #become(mode: InputMode): void {
    if (this.#mode === mode) return;
    this.#mode = mode;
    this.#host.changed(mode, this.#input.value);
  }
}
