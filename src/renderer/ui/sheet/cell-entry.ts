import type { CellMove } from "./cell-move.ts";
import { readClipboard, writeClipboard } from "./clipboard-data.ts";
import { type InputMode, keyAction, type KeyAction, type SheetDeed } from "./key-action.ts";
import { pastedEntry, withBreaks, withSigns } from "./line-breaks.ts";
import type { TextBlock } from "./read-html-table.ts";

/** What the entry asks of the grid that it serves. */
export interface CellEntryHost {
  /** The text that editing begins with; `null` where the active cell cannot be edited. */
  startText(): string | null;
  /**
   * Takes what was typed for the active cell, or `everywhere` for every selected one. `touched` is false where the cell
   * was opened and left with the text that it had.
   */
  commit(text: string, everywhere: boolean, touched: boolean): void;
  /** Moves the active cell or extends the selection; `false` when there is no cell further on and focus may leave. */
  move(move: CellMove, extend: boolean): boolean;
  /** Typing into a cell that cannot be edited. */
  refuse(): void;
  /** What is on the clipboard is more than can be taken. */
  refuseLarge(): void;
  act(deed: SheetDeed): void;
  /** Escape while nothing is typed: `false` when there was nothing to give up. */
  cancel(): boolean;
  /** An arrow while a list is open: `false` when none is. */
  choose(step: 1 | -1): boolean;
  changed(mode: InputMode, text: string): void;
  /** What is selected, to be copied or cut; `null` for nothing. */
  take(how: "copy" | "cut"): TextBlock | null;
  paste(block: TextBlock): void;
}

/**
 * The always-ready input over the active cell. It has the focus whenever the grid has, empty and unseen, so that the
 * first key of an input method lands in it and starts the composition there; a grid that creates its editor on that
 * key loses or doubles the letter. It has one line; the line breaks of a text are signs in it.
 */
export class CellEntry {
  readonly #input: HTMLInputElement;
  readonly #host: CellEntryHost;
  readonly #listeners = new AbortController();
  #mode: InputMode = "ready";
  /** What the input held when the cell was opened; `null` where typing replaces what the cell holds. */
  #opened: string | null = null;

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
    input.addEventListener("copy", (event) => this.#onTake(event, "copy"), { signal });
    input.addEventListener("cut", (event) => this.#onTake(event, "cut"), { signal });
    input.addEventListener("paste", (event) => this.#onPaste(event), { signal });
  }

  get mode(): InputMode {
    return this.#mode;
  }

  /** What is being typed; `null` when nothing is. */
  get unfinished(): string | null {
    return this.#mode === "ready" ? null : withBreaks(this.#input.value);
  }

  /** Opens the active cell with its text, the caret behind it. */
  edit(): void {
    if (this.#mode !== "ready") return;
    const text = this.#host.startText();
    if (text === null) {
      this.#host.refuse();
      return;
    }
    const shown = withSigns(text);
    this.#opened = shown;
    this.#input.value = shown;
    this.#input.focus({ preventScroll: true });
    this.#input.setSelectionRange(shown.length, shown.length);
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
    this.#host.commit(text, false, true);
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
        return this.#host.move(action.move, action.extend);
      case "commit":
        this.#commit(action.everywhere);
        if (action.move !== null) this.#host.move(action.move, false);
        return true;
      case "cancel":
        if (this.#mode === "ready") return this.#host.cancel();
        this.#clear();
        return true;
      case "edit":
        if (this.#mode === "ready") this.edit();
        else this.#become(this.#mode === "entering" ? "editing" : "entering");
        return true;
      case "break":
        this.#insert(withSigns("\n"));
        return true;
      case "deed":
        this.#host.act(action.deed);
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
    if (this.#mode !== "ready") this.#host.changed(this.#mode, withBreaks(this.#input.value));
  }

  #insert(text: string): void {
    const { start, end } = this.#chosen();
    this.#input.setRangeText(text, start, end, "end");
    this.#onInput();
  }

  #chosen(): { readonly start: number; readonly end: number } {
    const { selectionStart, selectionEnd, value } = this.#input;
    return { start: selectionStart ?? value.length, end: selectionEnd ?? value.length };
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

  #onTake(event: ClipboardEvent, how: "copy" | "cut"): void {
    if (this.#mode !== "ready") {
      this.#takeTyped(event, how);
      return;
    }
    const block = this.#host.take(how);
    if (block === null || event.clipboardData === null) return;
    writeClipboard(event.clipboardData, block);
    event.preventDefault();
  }

  // Other programs get line breaks, not their signs.
  #takeTyped(event: ClipboardEvent, how: "copy" | "cut"): void {
    const { start, end } = this.#chosen();
    const shown = this.#input.value.slice(start, end);
    const text = withBreaks(shown);
    if (text === shown || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
    if (how === "cut") this.#insert("");
  }

  #onPaste(event: ClipboardEvent): void {
    if (this.#mode !== "ready") {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\r\n]/u.test(text)) return;
      event.preventDefault();
      this.#insert(pastedEntry(text));
      return;
    }
    event.preventDefault();
    const block = event.clipboardData === null ? null : readClipboard(event.clipboardData);
    if (block === "large") this.#host.refuseLarge();
    else if (block !== null) this.#host.paste(block);
  }

  #commit(everywhere = false): void {
    const { value } = this.#input;
    const touched = value !== this.#opened;
    this.#clear();
    this.#host.commit(withBreaks(value), everywhere, touched);
  }

  #clear(): void {
    this.#input.value = "";
    this.#opened = null;
    this.#become("ready");
  }

  #become(mode: InputMode): void {
    if (this.#mode === mode) return;
    this.#mode = mode;
    this.#host.changed(mode, withBreaks(this.#input.value));
  }
}
